package io.hoster.ui.component;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of an operation, as its row says.
 *
 * @param position from 1
 * @param name in the customer's words
 * @param attemptLimit zero: without limit
 * @param progress in the step's own unit, such as "2 of 3 images"
 * @param message what came of it, its last line, or the last answer that was not good
 * @param usual null: too few good runs to tell
 */
public record StepView(
    int position,
    String name,
    Status status,
    int attempts,
    int attemptLimit,
    @Nullable Instant nextTryAt,
    @Nullable String progress,
    @Nullable String message,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Usual usual) {

  /**
   * How long the step takes elsewhere.
   *
   * @param median in seconds
   * @param slow in seconds; nine of ten runs are faster
   */
  public record Usual(double median, double slow) {}

  /** Where a step is. */
  public enum Status {
    WAITING,
    RUNNING,
    RETRYING,
    DONE,
    SKIPPED,
    FAILED,
    UNDOING,
    UNDONE;

    /**
     * The status stored as {@code stored}.
     *
     * @throws IllegalArgumentException when no status has that name
     */
    public static Status of(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    String word() {
      return Texts.text("step." + name().toLowerCase(Locale.ROOT));
    }
  }

  boolean isOver() {
    return switch (status) {
      case DONE, SKIPPED, UNDONE -> true;
      case WAITING, RUNNING, RETRYING, FAILED, UNDOING -> false;
    };
  }

  boolean isCurrent() {
    return switch (status) {
      case RUNNING, RETRYING, FAILED, UNDOING -> true;
      case WAITING, DONE, SKIPPED, UNDONE -> false;
    };
  }

  @Nullable Duration took() {
    Instant from = startedAt;
    Instant to = finishedAt;
    return from == null || to == null ? null : Duration.between(from, to);
  }
}
