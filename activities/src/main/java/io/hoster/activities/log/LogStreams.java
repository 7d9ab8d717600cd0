package io.hoster.activities.log;

import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How many streams are open, and whether they are to end: the server's graceful end would wait for
 * streams that never end by themselves.
 */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class LogStreams implements SmartLifecycle {

  private static final int MOST = 200;

  private final Semaphore free = new Semaphore(MOST);
  private volatile boolean open;

  /** Whether there was room for one more; then it must be left again. */
  boolean enter() {
    return open && free.tryAcquire();
  }

  void leave() {
    free.release();
  }

  boolean isClosing() {
    return !open;
  }

  @Override
  public void start() {
    open = true;
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** Ends before the web server waits for its requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
