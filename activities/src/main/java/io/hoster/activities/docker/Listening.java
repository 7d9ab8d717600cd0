package io.hoster.activities.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the engine streams, on the transport's thread. Has a wait of its own, because
 * docker-java's timed wait closes the stream when its time is up (read in 3.7.1).
 */
abstract class Listening<T> extends ResultCallback.Adapter<T> {

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Throwable failure;

  @Override
  public void onError(Throwable thrown) {
    failure = thrown;
    ended.countDown();
  }

  @Override
  public void onComplete() {
    ended.countDown();
  }

  /** Whether the stream ended within {@code millis}. */
  boolean hasEnded(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /** What broke the stream; null: nothing. */
  @Nullable Throwable failure() {
    return failure;
  }
}
