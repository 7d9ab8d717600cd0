package io.hoster.workflows.operation;

import io.hoster.workflows.deployment.DeploymentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a deployment will stand once the commands that were accepted, but not yet taken up, are. A
 * new command is judged against this, so that two clicks are not two operations.
 *
 * @param open null: no operation is open
 */
public record Expected(DeploymentStatus status, Verdict.@Nullable Open open) {

  /** The state after {@code pending}, oldest first. */
  public static Expected after(
      DeploymentStatus status, Verdict.@Nullable Open open, List<CommandKind> pending) {
    Expected expected = new Expected(status, open);
    for (CommandKind command : pending) {
      expected = expected.then(command);
    }
    return expected;
  }

  private Expected then(CommandKind command) {
    return switch (Verdict.of(command, status, open)) {
      case Verdict.Begin(OperationKind kind) ->
          new Expected(
              kind.during(), new Verdict.Open(kind, false, false, kind.steps().getFirst()));
      case Verdict.GoOn goOn -> goesOn();
      case Verdict.PassOver passOver -> goesOn();
      case Verdict.Undo undo -> isUndone();
      case Verdict.UndoneByHand undone -> isUndone();
      case Verdict.Refused refused -> this;
    };
  }

  private Expected goesOn() {
    return open == null
        ? this
        : new Expected(
            open.kind().during(), new Verdict.Open(open.kind(), false, false, open.step()));
  }

  private Expected isUndone() {
    return open == null
        ? this
        : new Expected(
            DeploymentStatus.UPDATING, new Verdict.Open(open.kind(), false, true, open.step()));
  }
}
