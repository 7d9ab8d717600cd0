package io.hoster.activities.worker;

import io.hoster.activities.Rounds;
import io.hoster.store.Migration;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Living;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.CommandStore.Asker;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.Expected;
import io.hoster.workflows.operation.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends deployments whose time is over, by the commands that a person would give. The rows say how
 * far each is, so that it does not matter which process goes on, or when.
 */
@Component
final class ExpirySweep implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ExpirySweep.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int MOST = 100;

  private final WorkerTransactions transactions;
  private final DeploymentStore deployments;
  private final DeploymentIntents intents;
  private final CommandStore commands;
  private final Consumer<Runnable> ready;
  private final Rounds rounds = new Rounds("expiry", "Trials stay", EVERY, this::sweep);

  @Autowired
  ExpirySweep(
      WorkerTransactions transactions,
      DeploymentStore deployments,
      DeploymentIntents intents,
      CommandStore commands,
      Migration migration) {
    this(transactions, deployments, intents, commands, migration::whenDone);
  }

  /**
   * @param ready runs what it is given once there is a schema
   */
  ExpirySweep(
      WorkerTransactions transactions,
      DeploymentStore deployments,
      DeploymentIntents intents,
      CommandStore commands,
      Consumer<Runnable> ready) {
    this.transactions = transactions;
    this.deployments = deployments;
    this.intents = intents;
    this.commands = commands;
    this.ready = ready;
  }

  @Override
  public void start() {
    rounds.startAfter(ready);
  }

  void sweep() {
    List<Living> expired = transactions.system(() -> deployments.expired(MOST));
    expired.forEach(living -> transactions.system(() -> leadOn(living)));
  }

  /** Under the row's lock: two processes ask once. */
  private void leadOn(Living living) {
    intents
        .lock(living.tenant(), living.id())
        .flatMap(subject ->
            Expiry.next(
                new Expected(subject.status(), intents.open(living.tenant(), living.id())),
                !commands.pendingOf(living.tenant(), living.id()).isEmpty()))
        .ifPresent(kind -> {
          CommandId id = CommandStore.freshId();
          commands.add(living.tenant(), id, living.id(), kind, "Its time is over.", Asker.PLATFORM);
          log.info("Time is over: deployment={} command={} kind={}", living.id(), id, kind);
        });
  }

  @Override
  public void stop() {
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
