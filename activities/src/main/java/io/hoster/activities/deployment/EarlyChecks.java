package io.hoster.activities.deployment;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.Check;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Runs a starting container's own health check more often than its engine does. A check that fails
 * gives the container time to start; one that hangs is left to the engine.
 */
final class EarlyChecks {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Of its CPU a starting container keeps most for itself. */
  private static final int PAUSES_A_CHECK = 4;

  private final Function<BooleanSupplier, Optional<Check>> check;
  private final LongSupplier nanos;
  private long next;
  private boolean hangs;

  EarlyChecks(Function<BooleanSupplier, Optional<Check>> check, LongSupplier nanos) {
    this.check = check;
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  static EarlyChecks of(ContainerEngine engine, String container) {
    return new EarlyChecks(cancelled -> engine.check(container, cancelled), System::nanoTime);
  }

  /** Whether the check passes now; false also when it is too early for another one. */
  boolean pass(BooleanSupplier cancelled) {
    long begun = nanos.getAsLong();
    if (hangs || begun < next) {
      return false;
    }
    Optional<Check> made = check.apply(cancelled);
    long now = nanos.getAsLong();
    if (made.isPresent()) {
      hangs = made.get().tookTooLong();
      next = now + pause(now - begun);
    }
    return made.map(Check::passed).orElse(false);
  }

  private static long pause(long tookNanos) {
    return Math.clamp(
        PAUSES_A_CHECK * tookNanos, SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos());
  }
}
