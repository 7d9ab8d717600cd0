package io.hoster.store.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an operation.
 *
 * @param position from 1
 * @param name a {@link io.hoster.workflows.operation.Step}'s name
 * @param status {@code waiting running retrying done skipped failed undoing undone}
 * @param progress in the step's own unit, such as "2 of 3 images"
 * @param message the result, or the last answer in a sentence
 * @param error the last failure's technical text, for staff
 */
public record StepRow(
    int position,
    String name,
    String status,
    int attempts,
    int attemptLimit,
    @Nullable Instant nextTryAt,
    @Nullable String progress,
    @Nullable String message,
    @Nullable String error,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Whether this is where the operation stands: at work, waiting for a try, undoing or failed. */
  public boolean isCurrent() {
    return switch (status) {
      case "running", "retrying", "undoing", "failed" -> true;
      default -> false;
    };
  }
}
