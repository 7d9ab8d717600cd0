package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.Choices.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoicesTest {

  @ParameterizedTest
  @EnumSource(
      value = OperationKind.class,
      names = {"PROVISION", "REDEPLOY"})
  void whatMadeSomethingCanBeTriedAgainOrRolledBack(OperationKind kind) {
    assertThat(Choices.forCustomer(kind, false)).containsExactly(Choice.RETRY, Choice.ROLLBACK);
  }

  @ParameterizedTest
  @EnumSource(
      value = OperationKind.class,
      names = {"PROVISION", "REDEPLOY"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatHasNothingToGoBackToCanOnlyBeTriedAgain(OperationKind kind) {
    assertThat(Choices.forCustomer(kind, false)).containsExactly(Choice.RETRY);
  }

  @ParameterizedTest
  @EnumSource(OperationKind.class)
  void aFailedRollBackGoesOnOnly(OperationKind kind) {
    assertThat(Choices.forCustomer(kind, true)).containsExactly(Choice.RETRY);
  }

  @Test
  void saysWhichStepFailedAndWhatToDo() {
    assertThat(
            Choices.reason(
                OperationKind.PROVISION, false, 5, 12, "Pull images", "The image is not there"))
        .isEqualTo(
            "Step 5 of 12 failed: Pull images. The image is not there. Try again, or roll back.");
    assertThat(Choices.reason(OperationKind.STOP, false, 2, 2, "Stop containers", "No answer."))
        .isEqualTo("Step 2 of 2 failed: Stop containers. No answer. Try again.");
  }

  @Test
  void staffAlsoPassOverWhereTheStepAllowsIt() {
    assertThat(
            Choices.forStaff(
                new Verdict.Open(OperationKind.PROVISION, true, false, Step.WAIT_UNTIL_HEALTHY)))
        .containsExactly(Choice.RETRY, Choice.SKIP, Choice.ROLLBACK);
    assertThat(
            Choices.forStaff(
                new Verdict.Open(OperationKind.PROVISION, true, false, Step.PULL_IMAGES)))
        .containsExactly(Choice.RETRY, Choice.ROLLBACK);
    assertThat(
            Choices.forStaff(
                new Verdict.Open(OperationKind.DELETE, true, false, Step.REMOVE_CONTAINERS)))
        .containsExactly(Choice.RETRY, Choice.CONFIRM);
  }

  /** Whoever is offered a choice can make it: the offer and the verdict follow the same rules. */
  @ParameterizedTest
  @EnumSource(OperationKind.class)
  void whatIsOfferedIsLegal(OperationKind kind) {
    for (Step step : kind.steps()) {
      for (boolean undoing : new boolean[] {false, true}) {
        Verdict.Open open = new Verdict.Open(kind, true, undoing, step);
        for (Choice choice : Choices.forStaff(open)) {
          assertThat(Verdict.of(choice.command(), DeploymentStatus.FAILED, open))
              .isNotInstanceOf(Verdict.Refused.class);
        }
      }
    }
  }
}
