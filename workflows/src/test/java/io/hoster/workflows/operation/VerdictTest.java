package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  /**
   * The whole table: what a command leads to in each state. B: its operation begins (of a repair
   * the first two letters of which); g: the open one goes on; G: it goes on with new values; p: it
   * goes on after its first step; r, c: it is undone, as rolled back or cancelled; h: it was undone
   * by hand; a point: refused.
   */
  @Test
  void theTableIsAsAgreed() throws IOException {
    try (var in = VerdictTest.class.getResourceAsStream("/golden/verdicts.txt")) {
      assertThat(table()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String table() {
    StringBuilder table = new StringBuilder("%-34s".formatted("command, open operation"));
    for (DeploymentStatus status : DeploymentStatus.values()) {
      table.append(' ').append(status.word());
    }
    table.append('\n');
    for (CommandKind command : CommandKind.values()) {
      for (Verdict.@Nullable Open open : States.opens()) {
        table.append("%-34s".formatted(command + " " + name(open)));
        for (DeploymentStatus status : DeploymentStatus.values()) {
          int width = status.word().length();
          table.append(" ");
          table.append(
              ("%-" + width + "s").formatted(letter(command, Verdict.of(command, status, open))));
        }
        while (table.charAt(table.length() - 1) == ' ') {
          table.setLength(table.length() - 1);
        }
        table.append('\n');
      }
    }
    return table.toString();
  }

  private static String name(Verdict.@Nullable Open open) {
    return open == null
        ? "-"
        : open.kind().name().toLowerCase(Locale.ROOT)
            + (open.waitsForPerson() ? " waits" : "")
            + (open.undoing() ? " undoing" : "");
  }

  private static String letter(CommandKind command, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Begin(OperationKind kind) -> {
        boolean repairs = command == CommandKind.REPAIR;
        assertThat(kind.name())
            .satisfiesAnyOf(
                name -> assertThat(name).isEqualTo(command.name()),
                name -> assertThat(repairs).isTrue());
        yield repairs ? kind.name().substring(0, 2) : "B";
      }
      case Verdict.GoOn(boolean changed) -> changed ? "G" : "g";
      case Verdict.PassOver() -> "p";
      case Verdict.UndoneByHand() -> "h";
      case Verdict.Undo(String endsAs) -> endsAs.equals("cancelled") ? "c" : "r";
      case Verdict.Refused(String reason) -> {
        assertThat(reason).matches("[A-Z].*\\.");
        yield ".";
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void onlyARunningAppIsStoppedAndRestarted(DeploymentStatus status) {
    boolean runs = status == DeploymentStatus.RUNNING;
    for (CommandKind command : List.of(CommandKind.STOP, CommandKind.RESTART)) {
      assertThat(Verdict.of(command, status, null) instanceof Verdict.Begin).isEqualTo(runs);
    }
  }

  @Test
  void aRunningAppIsNeverDeletedAtOnce() {
    assertThat(Verdict.of(CommandKind.DELETE, DeploymentStatus.RUNNING, null))
        .isEqualTo(new Verdict.Refused("It is running. Stop it first, then delete it."));
  }

  @Test
  void aFailedSetUpCanBeDeletedInsteadOfMended() {
    assertThat(
            Verdict.of(
                CommandKind.DELETE,
                DeploymentStatus.FAILED,
                new Verdict.Open(OperationKind.PROVISION, true, false, Step.PULL_IMAGES)))
        .isEqualTo(new Verdict.Begin(OperationKind.DELETE));
  }

  @Test
  void whatIsBeingUndoneIsNotCancelledAgain() {
    assertThat(
            Verdict.of(
                CommandKind.CANCEL,
                DeploymentStatus.UPDATING,
                new Verdict.Open(OperationKind.REDEPLOY, false, true, Step.ADDRESS)))
        .isInstanceOf(Verdict.Refused.class);
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsSkippedOnlyWhenItDeclaresWhatThatMeans(Step step) {
    for (OperationKind kind : OperationKind.values()) {
      Verdict verdict =
          Verdict.of(
              CommandKind.SKIP, DeploymentStatus.FAILED, new Verdict.Open(kind, true, false, step));
      assertThat(verdict instanceof Verdict.PassOver).isEqualTo(step.whenSkipped() != null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOnlyInOurRowsCannotBeDoneByHand(Step step) {
    boolean outside =
        switch (step) {
          case CLOSE_ADDRESS,
              REMOVE_ADDRESS,
              STOP_CONTAINERS,
              REMOVE_CONTAINERS,
              REMOVE_NETWORK_AND_VOLUMES ->
              true;
          default -> false;
        };
    assertThat(
            Verdict.of(
                    CommandKind.CONFIRM,
                    DeploymentStatus.FAILED,
                    new Verdict.Open(OperationKind.DELETE, true, false, step))
                instanceof Verdict.PassOver)
        .isEqualTo(outside);
  }

  @Test
  void aFailedRollBackOfASetUpCanBeFinishedByHandButNotOfAChange() {
    assertThat(
            Verdict.of(
                CommandKind.CONFIRM,
                DeploymentStatus.FAILED,
                new Verdict.Open(OperationKind.PROVISION, true, true, Step.PULL_IMAGES)))
        .isEqualTo(new Verdict.UndoneByHand());
    assertThat(
            Verdict.of(
                CommandKind.CONFIRM,
                DeploymentStatus.FAILED,
                new Verdict.Open(OperationKind.REDEPLOY, true, true, Step.PULL_IMAGES)))
        .isInstanceOf(Verdict.Refused.class);
  }
}
