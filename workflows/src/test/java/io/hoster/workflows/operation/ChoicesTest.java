package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

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
}
