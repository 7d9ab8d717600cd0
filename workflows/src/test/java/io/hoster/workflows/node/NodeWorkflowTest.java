package io.hoster.workflows.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.node.NodeWorkflow.NodeInput;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeWorkflowTest {

  private static final NodeId LOCAL = new NodeId("nod_local");

  private final TestWorkflowEnvironment environment =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .registerSearchAttribute("HosterNode", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
              .build());
  private final Recorded activities = new Recorded();

  /** Writes down what it was asked; some watches fail, the last one never ends. */
  private static final class Recorded implements NodeActivities {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch watches = new CountDownLatch(4);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public void registerLocalNode(NodeId node) {
      calls.add("register " + node);
    }

    @Override
    public void watchNode(NodeId node) {
      calls.add("watch " + node);
      watches.countDown();
      if (watches.getCount() == 2) {
        throw new IllegalStateException("the database is away");
      }
      if (watches.getCount() == 0) {
        awaitEnd();
      }
    }

    private void awaitEnd() {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @BeforeEach
  void start() {
    Worker control = environment.newWorker(TaskQueues.CONTROL);
    control.registerWorkflowImplementationTypes(NodeWorkflowImpl.class);
    control.registerActivitiesImplementations(activities);
    environment.newWorker(TaskQueues.NODE_WATCH).registerActivitiesImplementations(activities);
    environment.start();
  }

  @AfterEach
  void stop() {
    activities.end.countDown();
    environment.close();
  }

  private WorkflowExecution run() throws InterruptedException {
    NodeWorkflow workflow =
        environment
            .getWorkflowClient()
            .newWorkflowStub(
                NodeWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.CONTROL)
                    .setWorkflowId(NodeWorkflow.idOf(LOCAL))
                    .build());
    WorkflowExecution first = WorkflowClient.start(workflow::run, new NodeInput(LOCAL));
    assertThat(activities.watches.await(20, TimeUnit.SECONDS)).isTrue();
    return first;
  }

  @Test
  void registersThenWatchesAgainAndAgainAlsoAfterAFailure() throws Exception {
    run();
    assertThat(activities.calls)
        .containsExactly(
            "register nod_local",
            "watch nod_local",
            "register nod_local",
            "watch nod_local",
            "watch nod_local",
            "register nod_local",
            "watch nod_local");
  }

  @Test
  void aRunReplays() throws Exception {
    WorkflowExecution first = run();
    WorkflowReplayer.replayWorkflowExecution(
        environment.getWorkflowClient().fetchHistory(first.getWorkflowId(), first.getRunId()),
        NodeWorkflowImpl.class);
  }
}
