package io.hoster.activities.worker;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the engine every second that the activity lives, and learns from it when the work was
 * cancelled or given to another worker.
 */
public final class Heartbeat implements AutoCloseable {

  private static final int EVERY_MILLIS = 1_000;

  private final ActivityExecutionContext context;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable ActivityCompletionException ended;

  private Heartbeat(ActivityExecutionContext context) {
    this.context = context;
    Thread.ofVirtual().name("heartbeat").start(this::beat);
  }

  /** The worker goes down: nothing failed, another one goes on. */
  public static final class GoingDownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GoingDownException(InterruptedException cause) {
      super("the worker is going down", cause);
    }
  }

  /** Starts beating for the activity of this thread. */
  public static Heartbeat start() {
    return new Heartbeat(Activity.getExecutionContext());
  }

  private void beat() {
    try {
      do {
        context.heartbeat(null);
      } while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ActivityCompletionException e) {
      ended = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isCancelled() {
    return ended != null;
  }

  /** Ends the activity, as the engine asks, when it was cancelled or taken away. */
  public void check() {
    ActivityCompletionException e = ended;
    if (e != null) {
      throw e;
    }
  }

  /** Waits, and looks whether the activity still is to go on. */
  public void pause(int millis) {
    check();
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoingDownException(e);
    }
    check();
  }

  /** Lets a beat that is on its way arrive. */
  @Override
  public void close() {
    closed.countDown();
  }
}
