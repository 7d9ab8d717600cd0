package io.hoster.activities.worker;

import io.hoster.store.Change;
import io.hoster.store.ChangeListener;
import io.hoster.store.Migration;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.operation.CommandDelivery;
import io.hoster.store.operation.CommandStore;
import io.hoster.workflows.deployment.DeploymentRuns;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends commands that nobody has heard: the engine was away, or the process that accepted them
 * died.
 */
@Component
final class CommandRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(CommandRelay.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Sent, but not applied for so long: the update may have met no worker, so it is sent again. */
  private static final Duration LOST_AFTER = Duration.ofSeconds(8);

  private final WorkerTransactions transactions;
  private final CommandStore commands;
  private final CommandDelivery delivery;
  private final DeploymentRuns runs;
  private final Migration migration;
  private final Semaphore work = new Semaphore(0);
  private final Runnable unsubscribe;
  private volatile @Nullable Thread thread;

  CommandRelay(
      WorkerTransactions transactions,
      CommandStore commands,
      DeploymentRuns runs,
      Migration migration,
      ChangeListener changes) {
    this.transactions = transactions;
    this.commands = commands;
    this.delivery = new CommandDelivery(transactions, commands);
    this.runs = runs;
    this.migration = migration;
    this.unsubscribe = changes.subscribe(this::wake);
  }

  private void wake(Set<Change> changes) {
    if (changes.contains(Change.EVERYTHING)) {
      work.release();
    }
  }

  @Override
  public void start() {
    migration.whenDone(
        () -> thread = Thread.ofVirtual().name("command-relay").start(this::relayForEver));
  }

  private void relayForEver() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        work.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
        relay();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void relay() {
    try {
      List<CommandStore.Pending> unheard = transactions.system(() -> commands.unheard(LOST_AFTER));
      for (CommandStore.Pending first : unheard) {
        if (!delivery.deliver(first.tenant(), first.subject(), runs::hand)) {
          return; // the engine is away: the next round tries again
        }
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("Commands wait: the database did not answer: {}", e.getMessage());
    }
  }

  @Override
  public void stop() {
    unsubscribe.run();
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
