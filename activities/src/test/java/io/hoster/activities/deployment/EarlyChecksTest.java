package io.hoster.activities.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.activities.docker.ContainerEngine.Check;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class EarlyChecksTest {

  private static final BooleanSupplier NEVER = () -> false;
  private static final Check FAILED = new Check(false, false);

  private long now;
  private int asked;
  private Optional<Check> answer = Optional.empty();
  private Duration takes = Duration.ZERO;

  private final EarlyChecks checks = new EarlyChecks(cancelled -> check(), () -> now);

  private Optional<Check> check() {
    asked++;
    now += takes.toNanos();
    return answer;
  }

  private void after(Duration time) {
    now += time.toNanos();
  }

  @Test
  void passWhenTheCheckPasses() {
    answer = Optional.of(new Check(true, false));

    assertThat(checks.pass(NEVER)).isTrue();
  }

  @Test
  void areMadeAgainAtOnceWhileThereIsNothingToCheck() {
    assertThat(checks.pass(NEVER)).isFalse();
    assertThat(checks.pass(NEVER)).isFalse();

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void leaveAContainerTimeToStartAfterOneThatFailed() {
    answer = Optional.of(FAILED);
    checks.pass(NEVER);
    after(Duration.ofMillis(99));
    checks.pass(NEVER);
    assertThat(asked).isEqualTo(1);

    after(Duration.ofMillis(1));
    checks.pass(NEVER);

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void leaveMoreTimeAfterASlowOneButNeverMoreThanASecond() {
    answer = Optional.of(FAILED);
    takes = Duration.ofMillis(50);
    checks.pass(NEVER);
    after(Duration.ofMillis(199));
    checks.pass(NEVER);
    assertThat(asked).isEqualTo(1);
    after(Duration.ofMillis(1));
    takes = Duration.ofSeconds(10);
    checks.pass(NEVER);
    assertThat(asked).isEqualTo(2);

    after(Duration.ofSeconds(1));
    checks.pass(NEVER);

    assertThat(asked).isEqualTo(3);
  }

  @Test
  void areLeftToTheEngineAfterOneThatHangs() {
    answer = Optional.of(new Check(false, true));
    checks.pass(NEVER);
    after(Duration.ofHours(1));

    assertThat(checks.pass(NEVER)).isFalse();
    assertThat(asked).isEqualTo(1);
  }
}
