package io.hoster.ui.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What many figures of one scrape are read from: asked for at most every five seconds. A slow
 * answer counts as none, and comes to the next scrape: figures must be had just when the platform
 * is in trouble.
 */
final class Remembered<T> {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Supplier<Optional<T>> read;
  private final Duration patience;
  private final Clock clock;
  private volatile Told<T> told = new Told<>(Instant.EPOCH, Optional.empty());
  private Instant patientAgain = Instant.EPOCH;
  private @Nullable FutureTask<Void> asked;

  /**
   * @param read empty: it is away
   * @param patience so long a scrape waits for it
   */
  Remembered(Supplier<Optional<T>> read, Duration patience, Clock clock) {
    this.read = read;
    this.patience = patience;
    this.clock = clock;
  }

  private record Told<T>(Instant until, Optional<T> value) {}

  /** The last answer if it is fresh; empty: not known now. */
  synchronized Optional<T> now() {
    if (isOld() && !clock.instant().isBefore(patientAgain)) {
      await(asking());
    }
    return isOld() ? Optional.empty() : told.value();
  }

  private boolean isOld() {
    return told.until().isBefore(clock.instant());
  }

  private FutureTask<Void> asking() {
    FutureTask<Void> current = asked;
    if (current == null || current.isDone()) {
      current = new FutureTask<>(this::ask, null);
      asked = current;
      Thread.ofVirtual().name("figures").start(current);
    }
    return current;
  }

  private void ask() {
    Optional<T> value = read.get();
    told = new Told<>(clock.instant().plus(FRESH), value);
  }

  private void await(FutureTask<Void> current) {
    try {
      current.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      patientAgain = clock.instant().plus(FRESH); // the other figures of this scrape do not wait
    } catch (ExecutionException e) {
      throw new IllegalStateException("figures cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
