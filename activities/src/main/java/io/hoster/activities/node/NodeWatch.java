package io.hoster.activities.node;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the rest of the process ask for a look at the nodes at once. */
public final class NodeWatch {

  private final Semaphore wanted = new Semaphore(0);

  /** A look is wanted now, not in half a minute. Returns at once; several before a look are one. */
  public void wake() {
    wanted.release();
  }

  /** Waits until a look is wanted, at most {@code longest}. */
  boolean await(Duration longest) {
    try {
      boolean woken = wanted.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
      wanted.drainPermits();
      return woken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: the worker is going down", e);
    }
  }
}
