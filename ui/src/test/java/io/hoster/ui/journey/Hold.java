package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Stops whoever reaches a boundary inside his transaction: a trigger waits there for a lock that is
 * held here. Until the hold is closed the operation goes no further, so what is killed meanwhile is
 * killed exactly there.
 */
final class Hold implements AutoCloseable {

  private static final int LOCK = 42;

  private final String url;
  private final Boundary boundary;
  private final Connection lock;

  private Hold(String url, Boundary boundary, Connection lock) {
    this.url = url;
    this.boundary = boundary;
    this.lock = lock;
  }

  /** From now on; {@code url} is a superuser's. */
  static Hold at(String url, Boundary boundary) {
    try {
      Connection lock = DriverManager.getConnection(url);
      try (Statement statement = lock.createStatement()) {
        statement.execute("select pg_advisory_lock(" + LOCK + ")");
        statement.execute(
            """
            create function journey_hold() returns trigger language plpgsql as
            $$ begin perform pg_advisory_xact_lock(%d); return null; end $$
            """
                .formatted(LOCK));
        statement.execute(
            "create trigger journey_hold after insert or update on %s for each row when (%s) execute function journey_hold()"
                .formatted(boundary.table(), boundary.condition()));
      }
      return new Hold(url, boundary, lock);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns when somebody stands at the boundary. */
  void awaitReached() {
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url));
    await(boundary + " is reached")
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() ->
            jdbc.sql(
                    "select exists (select from pg_locks where locktype = 'advisory' and objid = ?"
                        + " and not granted)")
                .param(LOCK)
                .query(Boolean.class)
                .single());
  }

  /** Lets go; who is alive goes on, and nobody is stopped any more. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    JdbcClient.create(new DriverManagerDataSource(url))
        .sql("drop function journey_hold() cascade")
        .update();
  }
}
