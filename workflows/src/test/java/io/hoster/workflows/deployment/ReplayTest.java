package io.hoster.workflows.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.SavedHistory;
import io.hoster.workflows.operation.CommandRef;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that began under a released version go on under this one. */
class ReplayTest {

  @ParameterizedTest
  @EnumSource
  void aSavedHistoryReplays(Scenario scenario) {
    assertThatCode(() -> scenario.history().replay(DeploymentWorkflowImpl.class))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void aWorkflowThatDoesOtherThingsIsFoundOut(Scenario scenario) {
    assertThatThrownBy(() -> scenario.history().replay(Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  @Test
  void aHistoryOfOtherActivitiesIsFoundOut() {
    String changed =
        Scenario.WHOLE_LIFE.history().read().replace("PrepareDeployment", "PublishDeployment");
    assertThatThrownBy(() -> SavedHistory.replay(changed, DeploymentWorkflowImpl.class))
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
