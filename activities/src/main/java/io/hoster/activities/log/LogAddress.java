package io.hoster.activities.log;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.node.WorkerStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells by a row, again and again, that this worker lives and where it streams logs. */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class LogAddress implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LogAddress.class);

  /** A row counts for a minute. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** While the database or its schema is not there yet. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final WorkerTransactions transactions;
  private final WorkerStore workers;
  private final String address;
  private CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private String said = "";

  LogAddress(
      WorkerTransactions transactions,
      WorkerStore workers,
      @Value("http://${hoster.internal-address}:${hoster.internal-port}") String address) {
    this.transactions = transactions;
    this.workers = workers;
    this.address = address;
  }

  @Override
  public synchronized void start() {
    CountDownLatch until = new CountDownLatch(1);
    stopped = until;
    thread = Thread.ofVirtual().name("log-address").start(() -> tell(until));
  }

  private void tell(CountDownLatch until) {
    try {
      while (!until.await((beat() ? EVERY : AGAIN).toMillis(), TimeUnit.MILLISECONDS)) {
        // again
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean beat() {
    try {
      transactions.system(() -> workers.beat(address));
      said = "";
      return true;
    } catch (DataAccessException | TransactionException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.equals(said)) {
        log.warn("Where logs are streamed is told later: reason={}", reason);
        said = reason;
      }
      return false;
    }
  }

  /** The row goes at once, so that nobody asks here; without the database it ages by itself. */
  @Override
  public synchronized void stop() {
    stopped.countDown();
    thread = null;
    try {
      transactions.system(() -> workers.leave(address));
    } catch (DataAccessException | TransactionException e) {
      log.warn("The row of this worker stays for a minute: reason={}", e.getMessage());
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
