package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.workflows.operation.Choices.Choice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST …/resolve} takes.
 *
 * @param action {@code retry} or {@code rollback}; staff also {@code skip} and {@code confirm}
 * @param reason why; needed for {@code confirm}
 */
public record Decision(@Nullable String action, @Nullable String reason) {

  /** What was chosen. Problem 422 for anything else. */
  public Choice choice() {
    return Arrays.stream(Choice.values())
        .filter(choice -> choice.word().equals(action))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid(
                "/action", "The action is retry or rollback; staff also skip or confirm."));
  }

  /** The reason, empty when there is none. */
  public String why() {
    return reason == null ? "" : reason;
  }
}
