package io.hoster.workflows.deployment;

import io.grpc.Context;
import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.deployment.DeploymentWorkflow.DeploymentInput;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The client's side of {@link DeploymentWorkflow}: used by web and worker alike. */
public final class DeploymentRuns {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("engine-deadlines").factory());

  private final WorkflowClient client;

  public DeploymentRuns(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Hands over a command, and starts the workflow where there is none. Returns once a worker has
   * taken it, within three seconds. The same command again is harmless.
   *
   * @throws RuntimeException when the engine or every worker is away
   */
  public void hand(TenantId tenant, DeploymentId deployment, CommandRef command) {
    Context.CancellableContext bounded =
        Context.current().withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, CLOCK);
    try {
      bounded.run(() -> send(tenant, deployment, command));
    } finally {
      bounded.close();
    }
  }

  private void send(TenantId tenant, DeploymentId deployment, CommandRef command) {
    DeploymentWorkflow stub = stub(tenant, deployment);
    WorkflowClient.startUpdateWithStart(
        stub::takeCommand,
        command,
        UpdateOptions.<Void>newBuilder()
            .setUpdateId(command.id().value())
            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
            .build(),
        new WithStartWorkflowOperation<>(stub::run, DeploymentInput.first(deployment, tenant)));
  }

  /** Starts the workflow where there is none; one that runs is left alone. */
  public void ensure(TenantId tenant, DeploymentId deployment) {
    WorkflowClient.start(stub(tenant, deployment)::run, DeploymentInput.first(deployment, tenant));
  }

  private DeploymentWorkflow stub(TenantId tenant, DeploymentId deployment) {
    return client.newWorkflowStub(
        DeploymentWorkflow.class,
        WorkflowOptions.newBuilder()
            .setWorkflowId(DeploymentWorkflow.idOf(deployment))
            .setTaskQueue(TaskQueues.CONTROL)
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .setStaticSummary("Deployment " + deployment)
            .setTypedSearchAttributes(
                io.temporal.common.SearchAttributes.newBuilder()
                    .set(SearchAttributes.TENANT, tenant.value())
                    .set(SearchAttributes.SUBJECT, deployment.value())
                    .build())
            .build());
  }
}
