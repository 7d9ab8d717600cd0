package io.hoster.activities.deployment;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.Check;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs a starting container's own health check more often than its engine does. A check that fails
 * gives the container time to start; one that hangs is left to the engine.
 */
final class EarlyChecks {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Of its CPU a starting container keeps most for itself. */
  private static final int PAUSES_A_CHECK = 4;

  private final ContainerEngine engine;
  private final String container;
  private long next = System.nanoTime();
  private boolean hangs;

  EarlyChecks(ContainerEngine engine, String container) {
    this.engine = engine;
    this.container = container;
  }

  /** Whether the check passes now; false also when it is too early for another one. */
  boolean pass(BooleanSupplier cancelled) {
    long begun = System.nanoTime();
    if (hangs || begun < next) {
      return false;
    }
    Optional<Check> check = engine.check(container, cancelled);
    check.ifPresent(made -> {
      hangs = made.tookTooLong();
      long took = System.nanoTime() - begun;
      next = System.nanoTime() + pause(took);
    });
    return check.map(Check::passed).orElse(false);
  }

  private static long pause(long tookNanos) {
    return Math.clamp(
        PAUSES_A_CHECK * tookNanos, SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos());
  }
}
