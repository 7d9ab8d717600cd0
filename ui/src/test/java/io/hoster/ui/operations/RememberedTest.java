package io.hoster.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.hoster.ui.tenant.TestClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RememberedTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final TestClock clock = new TestClock();

  private Remembered<Integer> remembered(Supplier<Optional<Integer>> read, Duration patience) {
    return new Remembered<>(read, patience, clock);
  }

  @Test
  void asksOnceForAllFiguresOfAScrapeAndAgainForTheNext() {
    Remembered<Integer> figures = remembered(() -> Optional.of(asked.incrementAndGet()), LONG);
    assertThat(figures.now()).contains(1);
    assertThat(figures.now()).contains(1);
    clock.forward(Duration.ofSeconds(6));
    assertThat(figures.now()).contains(2);
  }

  @Test
  void remembersThatThePartIsAwayToo() {
    Remembered<Integer> figures =
        remembered(
            () -> {
              asked.incrementAndGet();
              return Optional.empty();
            },
            LONG);
    assertThat(figures.now()).isEmpty();
    assertThat(figures.now()).isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSlowAnswerCountsAsNoneAndIsThereWhenItComes() {
    CountDownLatch slow = new CountDownLatch(1);
    Remembered<Integer> figures =
        remembered(
            () -> {
              asked.incrementAndGet();
              wait(slow);
              return Optional.of(7);
            },
            SHORT);
    assertThat(figures.now()).isEmpty();
    assertThat(figures.now()).isEmpty();
    slow.countDown();
    await().atMost(LONG).until(() -> figures.now().isPresent());
    assertThat(figures.now()).contains(7);
    assertThat(asked).hasValue(1);
  }

  @Test
  @Timeout(60)
  void allFiguresOfAScrapeWaitForASlowAnswerOnce() {
    CountDownLatch never = new CountDownLatch(1);
    Remembered<Integer> figures =
        remembered(
            () -> {
              wait(never);
              return Optional.of(7);
            },
            Duration.ofSeconds(1));
    for (int figure = 0; figure < 200; figure++) {
      assertThat(figures.now()).isEmpty();
    }
    never.countDown();
  }

  private static void wait(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFaultIsToldAndNotTakenForAnAbsence() {
    Remembered<Integer> figures =
        remembered(
            () -> {
              throw new IllegalArgumentException("no such column");
            },
            LONG);
    assertThatIllegalStateException()
        .isThrownBy(figures::now)
        .havingCause()
        .withMessage("no such column");
  }
}
