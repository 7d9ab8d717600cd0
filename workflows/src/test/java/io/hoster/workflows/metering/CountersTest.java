package io.hoster.workflows.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountersTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Counters before = new Counters(NOON, 5_000_000_000L, 1_000, 2_000);

  @Test
  void halfACpuForAMinuteIsFiftyPercent() {
    Counters now = new Counters(NOON.plusSeconds(60), 35_000_000_000L, 1_500, 2_100);
    assertThat(now.since(before)).isEqualTo(new Counters.Use(50, 500, 100));
  }

  @Test
  void countersThatBeganAgainAreNeverNegative() {
    Counters now = new Counters(NOON.plusSeconds(60), 600_000_000L, 10, 20);
    assertThat(now.since(before)).isEqualTo(new Counters.Use(1, 10, 20));
  }

  @Test
  void noTimePassedIsNoUseOfTheCpu() {
    assertThat(before.since(before)).isEqualTo(new Counters.Use(0, 0, 0));
  }
}
