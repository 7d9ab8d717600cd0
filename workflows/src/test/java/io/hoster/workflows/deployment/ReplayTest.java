package io.hoster.workflows.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.Payloads;
import io.hoster.workflows.operation.CommandRef;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that began under a released version go on under this one. */
class ReplayTest {

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

  private static String read(Scenario scenario) {
    try (var in = ReplayTest.class.getResourceAsStream("/histories/" + scenario.file())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replay(String history, Class<?> workflow) throws Exception {
    Worker worker = environment.newWorker("replay", PATIENT);
    worker.registerWorkflowImplementationTypes(workflow);
    WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(history), worker);
  }

  @ParameterizedTest
  @EnumSource
  void aSavedHistoryReplays(Scenario scenario) {
    assertThatCode(() -> replay(read(scenario), DeploymentWorkflowImpl.class))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void aWorkflowThatDoesOtherThingsIsFoundOut(Scenario scenario) {
    assertThatThrownBy(() -> replay(read(scenario), Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  @Test
  void aHistoryOfOtherActivitiesIsFoundOut() {
    String changed = read(Scenario.WHOLE_LIFE).replace("PrepareDeployment", "PublishDeployment");
    assertThatThrownBy(() -> replay(changed, DeploymentWorkflowImpl.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one asks for what is open. */
  public static final class Changed implements DeploymentWorkflow {

    @Override
    public void run(DeploymentInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }

    @Override
    public void takeCommand(CommandRef command) {}

    @Override
    public void validateCommand(CommandRef command) {}
  }
}
