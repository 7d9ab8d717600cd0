package io.hoster.lab.api;

import io.hoster.lab.LabFailure;
import java.time.Duration;

/** How long the whole command may take, and how long it waits between two looks. */
public record Deadline(long endNanos, Duration pauseBetween) {

  public static Deadline in(Duration limit, Duration pauseBetween) {
    return new Deadline(System.nanoTime() + limit.toNanos(), pauseBetween);
  }

  public boolean isOver() {
    return System.nanoTime() - endNanos >= 0;
  }

  /** Whether the time is over before such a wait is. */
  boolean isBefore(Duration wait) {
    return System.nanoTime() + wait.toNanos() - endNanos >= 0;
  }

  public void pause() {
    pause(pauseBetween);
  }

  void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }
}
