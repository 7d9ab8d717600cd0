package io.hoster.activities.log;

import io.hoster.activities.Rounds;
import io.hoster.store.Migration;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.node.WorkerStore;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells by a row, again and again, that this worker lives and where it streams logs; not before the
 * database is known to be its own.
 */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class LogAddress implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LogAddress.class);

  /** A row counts for a minute. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final WorkerTransactions transactions;
  private final WorkerStore workers;
  private final Migration migration;
  private final String address;
  private final Rounds rounds =
      new Rounds("log-address", "Where logs are streamed is told later", EVERY, this::beat);

  LogAddress(
      WorkerTransactions transactions,
      WorkerStore workers,
      Migration migration,
      @Value("http://${hoster.internal-address}:${hoster.internal-port}") String address) {
    this.transactions = transactions;
    this.workers = workers;
    this.migration = migration;
    this.address = address;
  }

  @Override
  public void start() {
    rounds.startAfter(migration::whenDone);
  }

  private void beat() {
    transactions.system(() -> workers.beat(address));
  }

  /** The row goes at once, so that nobody asks here; without the database it ages by itself. */
  @Override
  public void stop() {
    rounds.stop();
    try {
      transactions.system(() -> workers.leave(address));
    } catch (DataAccessException | TransactionException e) {
      log.warn("The row of this worker stays for a minute: reason={}", e.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
