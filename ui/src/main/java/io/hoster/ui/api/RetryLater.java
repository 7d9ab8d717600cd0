package io.hoster.ui.api;

import io.hoster.ui.Problem;
import java.time.Duration;
import java.util.Optional;

/** Why a {@link Problem} goes away by waiting: its cause. */
public final class RetryLater extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  private RetryLater(Duration wait) {
    super("try again in " + wait, null, false, false);
    this.wait = wait;
  }

  /** Too many attempts: 429 {@code too_many_attempts}. */
  public static Problem tooManyAttempts(Duration wait) {
    return with(
        wait, 429, "too_many_attempts", "Too many tries. Try again in " + words(wait) + ".");
  }

  /** Too many requests: 429 {@code rate_limited}. */
  public static Problem rateLimited(Duration wait) {
    return with(wait, 429, "rate_limited", "Too many requests. Try again in " + words(wait) + ".");
  }

  /** What this answer needs is away: 503 {@code unavailable}. */
  public static Problem unavailable(Duration wait) {
    return with(
        wait,
        503,
        "unavailable",
        "Hoster cannot reach a part of itself at the moment. Nothing was changed. Try again in "
            + words(wait)
            + ".");
  }

  /** It went away in the middle, and nobody knows whether the request was done: 503. */
  public static Problem unsure(Duration wait) {
    return with(
        wait,
        503,
        "unavailable",
        "Hoster lost its database while it wrote this down and cannot say whether it was done. Look before you try"
            + " again in "
            + words(wait)
            + "; a request with an Idempotency-Key can be sent again as it is.");
  }

  /** A problem that is gone after {@code wait}. */
  public static Problem with(Duration wait, int status, String code, String detail) {
    Problem problem = new Problem(status, code, detail);
    problem.initCause(new RetryLater(wait));
    return problem;
  }

  /** How long to wait until {@code problem} is gone; empty: waiting does not help. */
  public static Optional<Duration> of(Problem problem) {
    return problem.getCause() instanceof RetryLater later
        ? Optional.of(later.wait)
        : Optional.empty();
  }

  /** Whole seconds, at least one, for the header {@code Retry-After}. */
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private static String words(Duration wait) {
    long seconds = seconds(wait);
    return seconds < 60 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }
}
