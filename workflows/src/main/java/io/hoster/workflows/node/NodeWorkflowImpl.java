package io.hoster.workflows.node;

import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** See {@link NodeWorkflow}. One activity a run keeps the history short. */
public final class NodeWorkflowImpl implements NodeWorkflow {

  /** A worker or a database that is away comes back; a watch must never end. */
  private static final RetryOptions FOR_EVER =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(1))
          .setBackoffCoefficient(2)
          .setMaximumInterval(Duration.ofSeconds(10))
          .build();

  private final NodeActivities register =
      Workflow.newActivityStub(
          NodeActivities.class,
          ActivityOptions.newBuilder()
              .setTaskQueue(TaskQueues.CONTROL)
              .setStartToCloseTimeout(Duration.ofSeconds(30))
              .setRetryOptions(FOR_EVER)
              .setSummary("make the node known")
              .build());

  /** Beats every second; a lost worker costs ten. */
  private final NodeActivities watch =
      Workflow.newActivityStub(
          NodeActivities.class,
          ActivityOptions.newBuilder()
              .setTaskQueue(TaskQueues.NODE_WATCH)
              .setStartToCloseTimeout(Duration.ofHours(2))
              .setHeartbeatTimeout(Duration.ofSeconds(10))
              .setRetryOptions(FOR_EVER)
              .setSummary("watch the node")
              .build());

  public NodeWorkflowImpl() {}

  @Override
  public void run(NodeInput input) {
    Workflow.upsertTypedSearchAttributes(SearchAttributes.NODE.valueSet(input.node().value()));
    Workflow.setCurrentDetails("Making the node known.");
    register.registerLocalNode(input.node());
    Workflow.setCurrentDetails("Watching: every 30 s health, every minute what containers use.");
    watch.watchNode(input.node());
    Workflow.continueAsNew(input);
  }
}
