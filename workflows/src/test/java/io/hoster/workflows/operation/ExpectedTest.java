package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over every state there is, and every command. */
class ExpectedTest {

  @Test
  void withoutPendingCommandsItIsAsTheRowsSay() {
    for (States state : States.all()) {
      assertThat(Expected.after(state.status(), state.open(), List.of()))
          .isEqualTo(new Expected(state.status(), state.open()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void onePendingCommandLeadsToWhatItsVerdictSays(CommandKind command) {
    for (States state : States.all()) {
      Expected then = Expected.after(state.status(), state.open(), List.of(command));
      switch (state.verdict(command)) {
        case Verdict.Begin(OperationKind kind) ->
            assertThat(then)
                .isEqualTo(
                    new Expected(
                        kind.during(),
                        new Verdict.Open(kind, false, false, kind.steps().getFirst())));
        case Verdict.GoOn goOn ->
            assertThat(then)
                .isEqualTo(
                    state.open() == null
                        ? new Expected(state.status(), null)
                        : new Expected(
                            state.open().kind().during(),
                            new Verdict.Open(
                                state.open().kind(), false, false, state.open().step())));
        case Verdict.PassOver passOver ->
            assertThat(then)
                .isEqualTo(
                    new Expected(
                        state.open().kind().during(),
                        new Verdict.Open(state.open().kind(), false, false, state.open().step())));
        case Verdict.Undo undo -> assertThat(then).isEqualTo(undoing(state.open()));
        case Verdict.UndoneByHand undone -> assertThat(then).isEqualTo(undoing(state.open()));
        case Verdict.Refused refused ->
            assertThat(then).isEqualTo(new Expected(state.status(), state.open()));
      }
    }
  }

  private static Expected undoing(Verdict.Open open) {
    return new Expected(
        DeploymentStatus.UPDATING, new Verdict.Open(open.kind(), false, true, open.step()));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondClickIsRefusedWhileTheFirstIsPending(CommandKind command) {
    for (States state : States.all()) {
      Expected then = Expected.after(state.status(), state.open(), List.of(command));
      assertThat(Verdict.of(command, then.status(), then.open()))
          .isInstanceOf(Verdict.Refused.class);
    }
  }

  @Test
  void aSetUpThatIsPendingCanBeCancelled() {
    Expected then = Expected.after(DeploymentStatus.PENDING, null, List.of(CommandKind.PROVISION));
    assertThat(Verdict.of(CommandKind.CANCEL, then.status(), then.open()))
        .isEqualTo(new Verdict.Undo("cancelled"));
  }

  @Test
  void aRetryThatIsPendingCanBeCancelled() {
    Expected then =
        Expected.after(
            DeploymentStatus.FAILED,
            new Verdict.Open(OperationKind.REDEPLOY, true, false, Step.PULL_IMAGES),
            List.of(CommandKind.RETRY));
    assertThat(Verdict.of(CommandKind.CANCEL, then.status(), then.open()))
        .isEqualTo(new Verdict.Undo("cancelled"));
  }
}
