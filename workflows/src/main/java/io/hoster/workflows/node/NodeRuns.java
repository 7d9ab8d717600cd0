package io.hoster.workflows.node;

import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.node.NodeWorkflow.NodeInput;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;

/** The client's side of {@link NodeWorkflow}. */
public final class NodeRuns {

  /** The machine that the platform runs on. */
  public static final NodeId LOCAL = new NodeId("nod_local");

  private NodeRuns() {}

  /** Starts the local node's workflow where there is none; one that runs is left alone. */
  public static void ensureLocal(WorkflowClient client) {
    NodeWorkflow stub =
        client.newWorkflowStub(
            NodeWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(NodeWorkflow.idOf(LOCAL))
                .setTaskQueue(TaskQueues.CONTROL)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setStaticSummary("Node " + LOCAL)
                .setTypedSearchAttributes(
                    io.temporal.common.SearchAttributes.newBuilder()
                        .set(SearchAttributes.SUBJECT, LOCAL.value())
                        .set(SearchAttributes.NODE, LOCAL.value())
                        .build())
                .build());
    WorkflowClient.start(stub::run, new NodeInput(LOCAL));
  }
}
