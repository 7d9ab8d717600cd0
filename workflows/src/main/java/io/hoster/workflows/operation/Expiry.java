package io.hoster.workflows.operation;

import java.util.List;
import java.util.Optional;

/** Leads a deployment whose time is over to its end, one ordinary command at a time. */
public final class Expiry {

  /** Deleting first: the others only make it possible. */
  private static final List<CommandKind> WAYS =
      List.of(CommandKind.DELETE, CommandKind.STOP, CommandKind.CANCEL);

  private Expiry() {}

  /**
   * What to ask for next.
   *
   * @param pending whether commands wait to be taken up; they come first
   * @return empty: something goes on, or a person decides about a deletion that failed
   */
  public static Optional<CommandKind> next(Expected state, boolean pending) {
    Verdict.Open open = state.open();
    if (pending || (open != null && open.kind() == OperationKind.DELETE)) {
      return Optional.empty();
    }
    return WAYS.stream()
        .filter(way -> !(Verdict.of(way, state.status(), state.open()) instanceof Verdict.Refused))
        .findFirst();
  }
}
