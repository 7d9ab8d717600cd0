package io.hoster.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * A pool that tells a crowd from an absence: while others are at work a caller waits for its turn,
 * and only when nobody is served is it turned away at the pool's time-out.
 */
final class PatientPool extends HikariDataSource {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  @Override
  public Connection getConnection() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException e) {
        if (!isCrowded() || System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  /** A database that is away keeps nobody at work: what was under way fails at once. */
  private boolean isCrowded() {
    HikariPoolMXBean pool = getHikariPoolMXBean();
    return pool != null && pool.getActiveConnections() > 0;
  }
}
