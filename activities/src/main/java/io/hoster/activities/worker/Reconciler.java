package io.hoster.activities.worker;

import io.hoster.activities.Rounds;
import io.hoster.store.Migration;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.campaign.CampaignStore;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Living;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.tenant.SuspensionStore;
import io.hoster.workflows.campaign.CampaignRuns;
import io.hoster.workflows.deployment.DeploymentRuns;
import io.hoster.workflows.deployment.DeploymentWorkflow;
import io.hoster.workflows.node.NodeRuns;
import io.hoster.workflows.tenant.SuspensionRuns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts by id the workflow of every row that should have one and has none, so that even a lost
 * engine database loses no work. One at a time over all processes, by an advisory lock.
 */
@Component
final class Reconciler implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final WorkerTransactions transactions;
  private final DeploymentStore deployments;
  private final CommandStore commands;
  private final SuspensionStore suspensions;
  private final CampaignStore campaigns;
  private final WorkflowClient client;
  private final DeploymentRuns runs;
  private final Migration migration;
  private final Counter ensured;
  private volatile long passedNanos = System.nanoTime();
  private final Rounds rounds =
      new Rounds("reconciler", "Reconciling waits", EVERY, this::reconcile);

  Reconciler(
      WorkerTransactions transactions,
      DeploymentStore deployments,
      CommandStore commands,
      SuspensionStore suspensions,
      CampaignStore campaigns,
      WorkflowClient client,
      DeploymentRuns runs,
      Migration migration,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.deployments = deployments;
    this.commands = commands;
    this.suspensions = suspensions;
    this.campaigns = campaigns;
    this.client = client;
    this.runs = runs;
    this.migration = migration;
    this.ensured =
        Counter.builder("hoster.reconciler.workflows.ensured")
            .description("Workflows that a row should have had and that were started")
            .register(meters);
    Gauge.builder("hoster.reconciler.lag", this, Reconciler::lagSeconds)
        .description("Since rows and workflows were last compared, or the process began")
        .baseUnit("seconds")
        .register(meters);
  }

  private double lagSeconds() {
    return (System.nanoTime() - passedNanos) / 1e9;
  }

  @Override
  public void start() {
    rounds.startAfter(migration::whenDone);
  }

  private void reconcile() {
    NodeRuns.ensureLocal(client);
    transactions.system(() -> {
      if (commands.takeReconcilerTurn()) {
        startMissing(deployments.living());
        campaigns.running().forEach(campaign -> CampaignRuns.ensure(client, campaign));
        suspensions.unfinished().forEach(tenant -> SuspensionRuns.ensure(client, tenant));
      }
    });
    passedNanos = System.nanoTime();
  }

  private void startMissing(List<Living> living) {
    if (living.isEmpty()) {
      return;
    }
    Set<String> open = new HashSet<>();
    client
        .listExecutions("WorkflowType = 'DeploymentWorkflow' and ExecutionStatus = 'Running'")
        .forEach(run -> open.add(run.getExecution().getWorkflowId()));
    for (Living deployment : living) {
      if (!open.contains(DeploymentWorkflow.idOf(deployment.id()))) {
        runs.ensure(deployment.tenant(), deployment.id());
        ensured.increment();
        log.info("Workflow ensured: deployment={}", deployment.id());
      }
    }
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
