package io.hoster.workflows.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeReplayTest {

  /** On a busy machine the first step of a run takes more than the usual second. */
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  private final TestWorkflowEnvironment environment =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.plain()).build())
              .build());

  @AfterEach
  void close() {
    environment.close();
  }

  private void replay(Class<?> workflow) throws Exception {
    String file = "/histories/" + NodeHistoryRecorder.FILE;
    try (var in = NodeReplayTest.class.getResourceAsStream(file)) {
      Worker worker = environment.newWorker("replay", PATIENT);
      worker.registerWorkflowImplementationTypes(workflow);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowExecutionHistory.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)),
          worker);
    }
  }

  @Test
  void aSavedHistoryReplays() throws Exception {
    replay(NodeWorkflowImpl.class);
  }

  @Test
  void aWorkflowThatDoesOtherThingsIsFoundOut() {
    assertThatThrownBy(() -> replay(Changed.class)).hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one makes the node known. */
  public static final class Changed implements NodeWorkflow {

    @Override
    public void run(NodeInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }
  }
}
