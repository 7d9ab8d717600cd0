package io.hoster.ui.api;

import io.hoster.store.Migration;
import io.hoster.ui.Problem;
import io.hoster.ui.security.WebRole;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Says what went wrong when nobody expected it. */
@WebRole
@Component
public final class Faults {

  private static final Logger log = LoggerFactory.getLogger(Faults.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final ObjectProvider<Migration> migration;

  Faults(ObjectProvider<Migration> migration) {
    this.migration = migration;
  }

  /** The problem that {@code fault} is; our own faults are logged. */
  public Problem problem(Throwable fault) {
    if (fault instanceof Problem problem) {
      return problem;
    }
    if (isBadAddress(fault)) {
      return new Problem(400, "bad_request", "This address has characters that are no text.");
    }
    if (isDatabaseAway(fault)) {
      log.warn("Database did not answer: {}", fault.getMessage());
      return isCommitLost(fault) ? RetryLater.unsure(SOON) : RetryLater.unavailable(SOON);
    }
    log.error("A request failed and nobody expected it", fault);
    return refusedByDatabase(fault)
        ? Problem.invalid("", "The database refuses a value in this request.")
        : new Problem(
            500, "internal", "This did not work and it is our fault. Try again, or tell support.");
  }

  /** Whether the database was asked to commit and was not heard of again. */
  private static boolean isCommitLost(@Nullable Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransactionSystemException lost
          && lost.getApplicationException() == null) {
        return true; // after a failed roll-back there would be one
      }
    }
    return false;
  }

  /** Whether the query of the address is not UTF-8; Tomcat finds out when somebody reads it. */
  boolean isBadAddress(Throwable fault) {
    return fault instanceof InvalidParameterException;
  }

  /** Whether PostgreSQL is away, or its schema is not ready yet. */
  public boolean isDatabaseAway(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof TransientDataAccessException
          || cause instanceof TransactionException) {
        return true;
      }
      if (cause instanceof DataAccessException && isMigrating()) {
        return true;
      }
    }
    return false;
  }

  private boolean isMigrating() {
    Migration running = migration.getIfAvailable();
    return running != null && !running.isDone();
  }

  /** SQLSTATE class 22: a value that a column cannot hold. */
  private static boolean refusedByDatabase(@Nullable Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.startsWith("22");
      }
    }
    return false;
  }
}
