package io.hoster.workflows.operation;

import java.time.Duration;

/** How long a step waits between tries: the engine's retry policy and the timeline's countdown. */
public final class Backoff {

  public static final Duration FIRST = Duration.ofMillis(500);
  public static final double FACTOR = 1.6;
  public static final Duration LONGEST = Duration.ofSeconds(15);

  private Backoff() {}

  /**
   * The pause after the {@code attempt}-th try.
   *
   * @param attempt from 1
   */
  public static Duration after(int attempt) {
    double millis = FIRST.toMillis() * Math.pow(FACTOR, Math.clamp(attempt - 1L, 0, 40));
    return Duration.ofMillis((long) Math.min(millis, LONGEST.toMillis()));
  }
}
