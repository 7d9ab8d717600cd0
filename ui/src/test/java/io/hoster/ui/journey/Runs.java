package io.hoster.ui.journey;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;

/** Runs of workflows, as Temporal tells them. */
final class Runs implements AutoCloseable {

  private static final String NAMESPACE = "hoster";

  private final WorkflowServiceStubs temporal;

  /** {@code address} is host and port. */
  Runs(String address) {
    temporal =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
  }

  /** How many events the history of each run of that type has. */
  List<Long> historyLengths(String type) {
    return runs("WorkflowType = '" + type + "'").stream().map(this::historyLength).toList();
  }

  /** How many runs of that type have not ended. */
  int open(String type) {
    return runs("WorkflowType = '" + type + "' and ExecutionStatus = 'Running'").size();
  }

  private List<WorkflowExecution> runs(String query) {
    List<WorkflowExecution> runs = new ArrayList<>();
    ListWorkflowExecutionsRequest.Builder request =
        ListWorkflowExecutionsRequest.newBuilder().setNamespace(NAMESPACE).setQuery(query);
    ListWorkflowExecutionsResponse page;
    do {
      page = temporal.blockingStub().listWorkflowExecutions(request.build());
      page.getExecutionsList().forEach(run -> runs.add(run.getExecution()));
      request.setNextPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return runs;
  }

  /** A list tells it of those that have ended only. */
  private long historyLength(WorkflowExecution run) {
    return temporal
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(run)
                .build())
        .getWorkflowExecutionInfo()
        .getHistoryLength();
  }

  @Override
  public void close() {
    temporal.shutdownNow();
  }
}
