package io.hoster.workflows.node;

import io.hoster.workflows.Payloads;
import io.hoster.workflows.SavedHistory;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.node.NodeWorkflow.NodeInput;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Writes the history of one run of a node's workflow; started by hand, never writes over one. */
final class NodeHistoryRecorder {

  static final SavedHistory HISTORY = new SavedHistory("node/watch-v1.json");
  private static final NodeId LOCAL = new NodeId("nod_local");

  private NodeHistoryRecorder() {}

  /** Watches once, then for as long as the test environment lives. */
  private static final class Watched implements NodeActivities {

    private final CountDownLatch again = new CountDownLatch(2);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void registerLocalNode(NodeId node) {}

    @Override
    public void watchNode(NodeId node) {
      again.countDown();
      if (again.getCount() == 0) {
        await(end);
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    HISTORY.save(Path.of(arguments[0]), NodeHistoryRecorder::record);
  }

  private static String record() {
    Watched watched = new Watched();
    try (TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .registerSearchAttribute("HosterNode", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.plain())
                        .setIdentity("test")
                        .build())
                .build())) {
      var control = environment.newWorker(TaskQueues.CONTROL);
      control.registerWorkflowImplementationTypes(NodeWorkflowImpl.class);
      control.registerActivitiesImplementations(watched);
      environment.newWorker(TaskQueues.NODE_WATCH).registerActivitiesImplementations(watched);
      environment.start();
      WorkflowClient client = environment.getWorkflowClient();
      NodeWorkflow workflow =
          client.newWorkflowStub(
              NodeWorkflow.class,
              WorkflowOptions.newBuilder()
                  .setTaskQueue(TaskQueues.CONTROL)
                  .setWorkflowId(NodeWorkflow.idOf(LOCAL))
                  .build());
      WorkflowExecution first = WorkflowClient.start(workflow::run, new NodeInput(LOCAL));
      Watched.await(watched.again);
      String history = client.fetchHistory(first.getWorkflowId(), first.getRunId()).toJson(true);
      watched.end.countDown();
      return history;
    }
  }
}
