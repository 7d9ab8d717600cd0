package io.hoster.activities.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private volatile boolean gone;

  /** A stream that began after its reader had gone would never be closed. */
  @Override
  public void onStart(Closeable stream) {
    super.onStart(stream);
    if (gone) {
      onlyClose(stream);
    }
  }

  @Override
  public void close() throws IOException {
    gone = true;
    super.close();
  }

  private static void onlyClose(Closeable stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What breaks after the reader has gone is the closing itself. */
  @Override
  public void onError(Throwable thrown) {
    if (!gone) {
      failure = thrown;
    }
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
