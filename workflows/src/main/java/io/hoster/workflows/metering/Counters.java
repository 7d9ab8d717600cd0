package io.hoster.workflows.metering;

import java.time.Duration;
import java.time.Instant;

/**
 * Totals of a container since it started.
 *
 * @param at when they were read
 * @param cpuNanos CPU time
 */
public record Counters(Instant at, long cpuNanos, long networkInBytes, long networkOutBytes) {

  /** What a container had used when it started. */
  public static Counters zero(Instant startedAt) {
    return new Counters(startedAt, 0, 0, 0);
  }

  /**
   * What was used since {@code before}. A total below the one before began again at zero, so all of
   * it is new; the result is never negative.
   */
  public Use since(Counters before) {
    Duration passed = Duration.between(before.at, at);
    long cpu = increase(before.cpuNanos, cpuNanos);
    double percent = passed.isPositive() ? 100.0 * cpu / passed.toNanos() : 0;
    return new Use(
        percent,
        increase(before.networkInBytes, networkInBytes),
        increase(before.networkOutBytes, networkOutBytes));
  }

  private static long increase(long before, long now) {
    return now >= before ? now - before : Math.max(0, now);
  }

  /**
   * What a stretch of time used.
   *
   * @param cpuPercent mean; 100 is one CPU
   */
  public record Use(double cpuPercent, long networkInBytes, long networkOutBytes) {}
}
