package io.hoster.workflows.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspensionWorkflowTest {

  /** On a busy machine the first step of a run takes more than the usual second. */
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  @Test
  void looksUntilNothingIsLeft() {
    SuspensionRows rows = new SuspensionRows(250, List.of(250, 150, 50, 0));
    try (SuspensionRig rig = new SuspensionRig(rows)) {
      rig.run();
    }
    assertThat(rows.looks()).isEqualTo(4);
  }

  @Test
  void whatHasNothingLeftEndsAtOnce() {
    SuspensionRows rows = new SuspensionRows(3, List.of(0));
    try (SuspensionRig rig = new SuspensionRig(rows)) {
      rig.run();
    }
    assertThat(rows.looks()).isEqualTo(1);
  }

  /** Somebody has to decide about one; it is looked after less and less often, for hours. */
  @Test
  void oneThatDoesNotComeIsLookedAfterSeldom() {
    List<Integer> stands = Collections.nCopies(60, 1);
    List<Integer> left = new java.util.ArrayList<>(stands);
    left.add(0);
    SuspensionRows rows = new SuspensionRows(1, left);
    try (SuspensionRig rig = new SuspensionRig(rows)) {
      assertThat(rig.run()).isGreaterThan(Duration.ofMinutes(45));
    }
    assertThat(rows.looks()).isEqualTo(61);
  }

  @Test
  void aDatabaseThatIsAwayComesBack() {
    SuspensionRows rows = new SuspensionRows(2, List.of(2, 0));
    int[] failures = {3};
    SuspensionActivities sometimes =
        tenant -> {
          if (failures[0]-- > 0) {
            throw ApplicationFailure.newFailure("away", "STORE_UNAVAILABLE");
          }
          return rows.commandSuspensions(tenant);
        };
    try (SuspensionRig rig = new SuspensionRig(sometimes)) {
      rig.run();
    }
    assertThat(rows.looks()).isEqualTo(2);
  }

  private static void replay(Class<?> workflow) throws Exception {
    TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setDataConverter(Payloads.plain()).build())
                .build());
    try (environment;
        var in =
            SuspensionWorkflowTest.class.getResourceAsStream(
                "/histories/" + SuspensionHistoryRecorder.FILE)) {
      Worker worker = environment.newWorker("replay", PATIENT);
      worker.registerWorkflowImplementationTypes(workflow);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowExecutionHistory.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)),
          worker);
    }
  }

  @Test
  void aSavedHistoryReplays() {
    assertThatCode(() -> replay(SuspensionWorkflowImpl.class)).doesNotThrowAnyException();
  }

  @Test
  void aWorkflowThatDoesOtherThingsIsFoundOut() {
    assertThatThrownBy(() -> replay(Changed.class)).hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one looks at the rows. */
  public static final class Changed implements SuspensionWorkflow {

    @Override
    public void run(SuspensionInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }
  }
}
