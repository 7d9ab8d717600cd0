package io.hoster.activities.worker;

import io.hoster.store.Migration;
import io.hoster.workflows.HosterWorkflows;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.campaign.CampaignActivities;
import io.hoster.workflows.deployment.DeploymentRecordActivities;
import io.hoster.workflows.deployment.DeploymentStepActivities;
import io.hoster.workflows.node.NodeActivities;
import io.hoster.workflows.tenant.SuspensionActivities;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The process's workers, one a task queue. Started once the schema is there and again until the
 * engine answers: a process whose engine is away waits.
 */
@Component
final class Workers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A cold or crowded machine may take more than the usual second for a workflow's first task. */
  private static final Duration DEADLOCK = Duration.ofSeconds(10);

  private static final int NODE_OPERATIONS = 40;
  private static final int NODES_WATCHED = 200;

  private final WorkflowClient client;
  private final Migration migration;
  private final DeploymentRecordActivities records;
  private final DeploymentStepActivities steps;
  private final NodeActivities nodes;
  private final SuspensionActivities suspensions;
  private final CampaignActivities campaigns;
  private volatile @Nullable WorkerFactory factory;
  private volatile boolean wanted;
  private volatile boolean started;

  Workers(
      WorkflowClient client,
      Migration migration,
      DeploymentRecordActivities records,
      DeploymentStepActivities steps,
      NodeActivities nodes,
      SuspensionActivities suspensions,
      CampaignActivities campaigns) {
    this.campaigns = campaigns;
    this.client = client;
    this.migration = migration;
    this.records = records;
    this.steps = steps;
    this.nodes = nodes;
    this.suspensions = suspensions;
  }

  @Override
  public void start() {
    wanted = true;
    migration.whenDone(this::startUntilItWorks);
  }

  private void startUntilItWorks() {
    String said = "";
    while (wanted && !started) {
      WorkerFactory fresh = build();
      try {
        fresh.start();
        factory = fresh;
        started = true;
        log.info("Workers started");
      } catch (RuntimeException e) {
        fresh.shutdownNow();
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(said)) {
          log.warn("The engine does not answer, workers wait for it: {}", reason);
          said = reason;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WorkerFactory build() {
    WorkerFactory fresh =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    Worker control = fresh.newWorker(TaskQueues.CONTROL, options(200));
    control.registerWorkflowImplementationTypes(HosterWorkflows.types());
    control.registerActivitiesImplementations(records, steps, nodes, suspensions, campaigns);
    fresh
        .newWorker(TaskQueues.NODE_OPS, options(NODE_OPERATIONS))
        .registerActivitiesImplementations(steps);
    fresh
        .newWorker(TaskQueues.NODE_WATCH, options(NODES_WATCHED))
        .registerActivitiesImplementations(nodes);
    return fresh;
  }

  /** Heartbeats go out each second, so that a cancel is heard within about one. */
  private static WorkerOptions options(int activities) {
    return WorkerOptions.newBuilder()
        .setUsingVirtualThreads(true)
        .setDefaultDeadlockDetectionTimeout(DEADLOCK.toMillis())
        .setMaxConcurrentActivityExecutionSize(activities)
        .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(1))
        .setDefaultHeartbeatThrottleInterval(Duration.ofSeconds(1))
        .build();
  }

  /** Whether work that is asked for now is begun at once. */
  boolean isPolling() {
    return started;
  }

  @Override
  public void stop() {
    wanted = false;
    WorkerFactory running = factory;
    if (running != null) {
      running.shutdownNow();
      running.awaitTermination(5, TimeUnit.SECONDS);
    }
    factory = null;
    started = false;
  }

  @Override
  public boolean isRunning() {
    return wanted;
  }
}
