package io.hoster.workflows.node;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.Payloads;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.node.NodeWorkflow.NodeInput;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Writes the history of each {@link NodeLife}; started by hand, never writes over one. */
final class NodeHistoryRecorder {

  private static final NodeId LOCAL = new NodeId("nod_local");

  private NodeHistoryRecorder() {}

  /** Fails and watches as a life wants it, then watches for as long as the environment lives. */
  private static final class Watched implements NodeActivities {

    private final CountDownLatch last = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private int registrationsToFail;
    private int watchesToFail;
    private int watches;

    Watched(NodeLife life) {
      registrationsToFail = life.failedRegistrations;
      watchesToFail = life.failedWatches;
      watches = life.watches;
    }

    @Override
    public synchronized void registerLocalNode(NodeId node) {
      if (registrationsToFail-- > 0) {
        throw away();
      }
    }

    @Override
    public void watchNode(NodeId node) {
      if (isLast()) {
        last.countDown();
        await(end);
      }
    }

    private synchronized boolean isLast() {
      if (watchesToFail-- > 0) {
        throw away();
      }
      return watches-- == 0;
    }

    private static ApplicationFailure away() {
      ApplicationFailure failure =
          ApplicationFailure.newFailure("It is away.", FailureType.STORE_UNAVAILABLE.name());
      failure.setStackTrace(new StackTraceElement[0]);
      return failure;
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
    for (NodeLife life : NodeLife.values()) {
      life.history().save(Path.of(arguments[0]), () -> record(life));
    }
  }

  private static String record(NodeLife life) {
    Watched watched = new Watched(life);
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
      Watched.await(watched.last);
      String history = client.fetchHistory(first.getWorkflowId(), first.getRunId()).toJson(false);
      watched.end.countDown();
      return history;
    }
  }
}
