package io.hoster.workflows.tenant;

import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.tenant.SuspensionWorkflow.SuspensionInput;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;

/** The client's side of {@link SuspensionWorkflow}. */
public final class SuspensionRuns {

  private SuspensionRuns() {}

  /** Starts the tenant's run where there is none; one that runs reads the row by itself. */
  public static void ensure(WorkflowClient client, TenantId tenant) {
    SuspensionWorkflow stub =
        client.newWorkflowStub(
            SuspensionWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(SuspensionWorkflow.idOf(tenant))
                .setTaskQueue(TaskQueues.CONTROL)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setStaticSummary("Suspend or resume " + tenant)
                .build());
    WorkflowClient.start(stub::run, new SuspensionInput(tenant));
  }
}
