package io.hoster.activities;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does the same work again and again in a thread of its own, from when it is ready until it is
 * stopped. A round that fails is logged, each reason once in a row, and the next round comes: a
 * thread that ends unseen would leave its work to nobody.
 */
public final class Rounds {

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** The work of one round. */
  public interface Round {
    void go() throws InterruptedException;
  }

  private final String name;
  private final String whatWaits;
  private final Duration every;
  private final Round round;
  private final Semaphore work = new Semaphore(0);
  private boolean wanted;
  private @Nullable Thread thread;
  private String said = "";

  /**
   * Starts nothing yet.
   *
   * @param name of the thread
   * @param whatWaits what a failed round leaves undone, such as "Mails wait"
   * @param every the longest pause between two rounds
   */
  public Rounds(String name, String whatWaits, Duration every, Round round) {
    this.name = name;
    this.whatWaits = whatWaits;
    this.every = every;
    this.round = round;
  }

  /** Begins when {@code ready} runs what it is given, unless it is stopped before. */
  public void startAfter(Consumer<Runnable> ready) {
    synchronized (this) {
      wanted = true;
    }
    ready.accept(this::begin);
  }

  private synchronized void begin() {
    if (wanted && thread == null) {
      thread = Thread.ofVirtual().name(name).start(this::goOnForEver);
    }
  }

  /** There is work: the next round comes at once. From any thread, any number of times. */
  public void wake() {
    work.release();
  }

  /** No further round; one that is under way is interrupted. */
  public synchronized void stop() {
    wanted = false;
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  public synchronized boolean isRunning() {
    return wanted;
  }

  private void goOnForEver() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        goOnce();
        work.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void goOnce() throws InterruptedException {
    try {
      round.go();
      said = "";
    } catch (DataAccessException | TransactionException e) {
      say("the database did not answer: " + e.getMessage(), null);
    } catch (StatusRuntimeException | WorkflowServiceException e) {
      say("the engine did not answer: " + e.getMessage(), null);
    } catch (RuntimeException e) {
      say("a round failed, which nobody foresaw: " + e.getMessage(), e);
    }
  }

  private void say(String reason, @Nullable RuntimeException unforeseen) {
    if (!reason.equals(said)) {
      log.warn("{}: {}", whatWaits, reason, unforeseen);
      said = reason;
    }
  }
}
