package io.hoster.activities.worker;

import io.hoster.activities.Rounds;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends commands that nobody has heard: the engine was away, or the process that accepted them
 * died.
 */
@Component
final class CommandRelay implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Sent, but not applied for so long: the update may have met no worker, so it is sent again. */
  private static final Duration LOST_AFTER = Duration.ofSeconds(8);

  private final WorkerTransactions transactions;
  private final CommandStore commands;
  private final CommandDelivery delivery;
  private final DeploymentRuns runs;
  private final Migration migration;
  private final Rounds rounds = new Rounds("command-relay", "Commands wait", EVERY, this::relay);
  private final Runnable unsubscribe;

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
      rounds.wake();
    }
  }

  @Override
  public void start() {
    rounds.startAfter(migration::whenDone);
  }

  private void relay() {
    List<CommandStore.Pending> unheard = transactions.system(() -> commands.unheard(LOST_AFTER));
    for (CommandStore.Pending first : unheard) {
      if (!delivery.deliver(first.tenant(), first.subject(), runs::hand)) {
        return; // the engine is away: the next round tries again
      }
    }
  }

  @Override
  public void stop() {
    unsubscribe.run();
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
