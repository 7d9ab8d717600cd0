package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The measured installation's database, as its superuser: rows that would take hours to come about
 * are written directly.
 */
final class Database implements AutoCloseable {

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database of(Installation installation) {
    try {
      String password = Files.readString(installation.home().resolve("postgres.password")).strip();
      String url = "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/hoster";
      return new Database(DriverManager.getConnection(url, "postgres", password));
    } catch (IOException | SQLException absent) {
      throw new LabFailure("The database cannot be used: " + absent.getMessage(), absent);
    }
  }

  /** All statements in one transaction; {@code %s} in them are texts, made safe here. */
  void execute(String sql, Object... texts) {
    Object[] literals = new Object[texts.length];
    for (int i = 0; i < texts.length; i++) {
      literals[i] = "'" + texts[i].toString().replace("'", "''") + "'";
    }
    run(sql.formatted(literals));
  }

  /** Statements as they stand. */
  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new LabFailure("The database refused a statement: " + refused.getMessage(), refused);
    }
  }

  /** Reads one row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Reading<T> reading) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.of(rows));
      }
      return all;
    } catch (SQLException refused) {
      throw new LabFailure("The database refused a question: " + refused.getMessage(), refused);
    }
  }

  /** The one number that is asked for. */
  double number(String sql) {
    return list(sql, row -> row.getDouble(1)).getFirst();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException refused) {
      throw new LabFailure("The database connection does not close.", refused);
    }
  }
}
