package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpiryTest {

  private static @Nullable CommandKind next(
      DeploymentStatus status, Verdict.@Nullable Open open, boolean pending) {
    return Expiry.next(new Expected(status, open), pending).orElse(null);
  }

  private static Verdict.Open open(OperationKind kind, boolean waits, boolean undoing) {
    return new Verdict.Open(kind, waits, undoing, kind.steps().getFirst());
  }

  @ParameterizedTest
  @CsvSource({"RUNNING, STOP", "STOPPED, DELETE", "SUSPENDED, DELETE", "FAILED, DELETE"})
  void whatRestsIsDeletedAndWhatRunsIsStoppedFirst(DeploymentStatus status, CommandKind way) {
    assertThat(next(status, null, false)).isEqualTo(way);
  }

  @Test
  void whatIsStillBeingSetUpIsUndone() {
    assertThat(next(DeploymentStatus.STARTING, open(OperationKind.PROVISION, false, false), false))
        .isEqualTo(CommandKind.CANCEL);
  }

  @Test
  void aSetUpThatFailedIsDeleted() {
    assertThat(next(DeploymentStatus.FAILED, open(OperationKind.PROVISION, true, false), false))
        .isEqualTo(CommandKind.DELETE);
  }

  @Test
  void aDeletionThatFailedIsAPersonsToDecide() {
    assertThat(next(DeploymentStatus.FAILED, open(OperationKind.DELETE, true, false), false))
        .isNull();
  }

  @Test
  void whileItIsStoppedNothingIsAsked() {
    assertThat(next(DeploymentStatus.STOPPING, open(OperationKind.STOP, false, false), false))
        .isNull();
    assertThat(next(DeploymentStatus.UPDATING, open(OperationKind.REDEPLOY, false, true), false))
        .isNull();
  }

  @ParameterizedTest
  @EnumSource(DeploymentStatus.class)
  void whatWaitsComesFirst(DeploymentStatus status) {
    assertThat(next(status, null, true)).isNull();
  }
}
