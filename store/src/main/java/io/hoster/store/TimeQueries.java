package io.hoster.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The time that the database has, by which processes judge what they tell each other: their own
 * clocks may differ. Asked once a minute, outside of other transactions; while the database is away
 * it goes on evenly.
 */
public final class TimeQueries {

  private static final Logger log = LoggerFactory.getLogger(TimeQueries.class);
  private static final Duration ASKED_EVERY = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private volatile @Nullable Reading last;

  public TimeQueries(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  private record Reading(Instant time, long nanos) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  /** Now; throws when the database is away and was never asked. */
  public Instant now() {
    Reading reading = last;
    if (reading == null || reading.age().compareTo(ASKED_EVERY) > 0) {
      reading = ask(reading);
      last = reading;
    }
    return reading.time().plus(reading.age());
  }

  private Reading ask(@Nullable Reading before) {
    try {
      return transactions.system(() ->
          new Reading(
              jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant(),
              System.nanoTime()));
    } catch (DataAccessException | TransactionException e) {
      if (before == null) {
        throw e;
      }
      log.debug("The database did not say what time it is: {}", e.getMessage());
      return before;
    }
  }
}
