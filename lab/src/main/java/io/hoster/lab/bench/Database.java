package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(literals));
    } catch (SQLException refused) {
      throw new LabFailure("The database refused a statement: " + refused.getMessage(), refused);
    }
  }

  String text(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException refused) {
      throw new LabFailure("The database refused a question: " + refused.getMessage(), refused);
    }
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
