package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.operation.Choices.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

  private static final Made TWO = new Made(2, 1, 1, List.of(30012), 0);

  private static String of(Choice choice, OperationKind kind, boolean undoing, Step step, Made m) {
    return Effects.of(
        choice, new Verdict.Open(kind, true, undoing, step), kind.steps().indexOf(step) + 1, m);
  }

  @Test
  void aRollBackOfASetUpNamesAllThatGoes() {
    assertThat(of(Choice.ROLLBACK, OperationKind.PROVISION, false, Step.START_CONTAINERS, TWO))
        .isEqualTo(
            "Removes 2 containers, 1 network and 1 volume and frees port 30012."
                + " The app is gone after that.");
    Made more = new Made(0, 0, 0, List.of(30013, 30012), 2);
    assertThat(of(Choice.ROLLBACK, OperationKind.PROVISION, false, Step.ADDRESS, more))
        .startsWith("Removes 2 addresses and frees ports 30012 and 30013.");
    assertThat(of(Choice.ROLLBACK, OperationKind.PROVISION, false, Step.CHECK_LIMITS, Made.NOTHING))
        .startsWith("Nothing was made yet.");
  }

  @Test
  void aRollBackOfAChangeKeepsVolumes() {
    assertThat(of(Choice.ROLLBACK, OperationKind.REDEPLOY, false, Step.PULL_IMAGES, TWO))
        .isEqualTo(
            "Puts the version before back and starts it, and frees port 30012."
                + " Volumes and their data are kept.");
  }

  @Test
  void aRetrySaysWhatStaysDone() {
    assertThat(of(Choice.RETRY, OperationKind.PROVISION, false, Step.CHECK_LIMITS, TWO))
        .isEqualTo("Tries again from the first step.");
    assertThat(of(Choice.RETRY, OperationKind.PROVISION, false, Step.CHOOSE_NODE, TWO))
        .isEqualTo("Tries again from step 2. Step 1 stays done.");
    assertThat(of(Choice.RETRY, OperationKind.PROVISION, false, Step.PULL_IMAGES, TWO))
        .isEqualTo("Tries again from step 5. Steps 1 to 4 stay done.");
    assertThat(of(Choice.RETRY, OperationKind.PROVISION, true, Step.PULL_IMAGES, TWO))
        .isEqualTo("Goes on with what is still to be removed.");
  }

  @Test
  void aSkipSaysWhatItMeans() {
    assertThat(of(Choice.SKIP, OperationKind.PROVISION, false, Step.WAIT_UNTIL_HEALTHY, TWO))
        .isEqualTo("Goes on after this step. The address opens although the check has not passed.");
  }
}
