package io.hoster.activities;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class RoundsTest {

  private static final int PATIENCE_SECONDS = 20;

  private final LinkedBlockingQueue<Integer> gone = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private Rounds rounds;

  private Rounds every(Duration time, Rounds.Round round) {
    rounds = new Rounds("test", "Nothing waits", time, round);
    return rounds;
  }

  private void go() {
    gone.add(count.incrementAndGet());
  }

  @AfterEach
  void stop() {
    rounds.stop();
  }

  @Test
  void whateverARoundThrowsTheNextOneComes() throws Exception {
    every(
            Duration.ofMillis(1),
            () -> {
              go();
              switch (count.get()) {
                case 1 -> throw new TransientDataAccessResourceException("away");
                case 2 -> throw new IllegalStateException("nobody foresaw it");
                default -> {}
              }
            })
        .startAfter(Runnable::run);
    for (int i = 1; i <= 4; i++) {
      assertThat(gone.poll(PATIENCE_SECONDS, SECONDS)).isEqualTo(i);
    }
  }

  @Test
  void aWakeBringsTheNextRoundAtOnce() throws Exception {
    every(Duration.ofHours(1), this::go).startAfter(Runnable::run);
    assertThat(gone.poll(PATIENCE_SECONDS, SECONDS)).isEqualTo(1);
    rounds.wake();
    assertThat(gone.poll(PATIENCE_SECONDS, SECONDS)).isEqualTo(2);
  }

  @Test
  void whatIsStoppedBeforeItIsReadyNeverBegins() throws Exception {
    List<Runnable> begin = new ArrayList<>();
    every(Duration.ofMillis(1), this::go).startAfter(begin::add);
    assertThat(rounds.isRunning()).isTrue();
    rounds.stop();
    begin.forEach(Runnable::run);
    assertThat(rounds.isRunning()).isFalse();
    assertThat(gone.poll(200, MILLISECONDS)).as("a round").isNull();
  }

  @Test
  void aStopInterruptsTheRoundThatIsUnderWay() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    every(
            Duration.ofHours(1),
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
            })
        .startAfter(Runnable::run);
    assertThat(begun.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    rounds.stop();
    assertThat(interrupted.await(PATIENCE_SECONDS, SECONDS)).isTrue();
  }
}
