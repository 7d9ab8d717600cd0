package io.hoster.workflows.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 500", "2, 800", "3, 1280", "4, 2048", "8, 13421", "9, 15000", "20, 15000"})
  void pausesGrowUpToTheLongest(int attempt, long millis) {
    assertThat(Backoff.after(attempt)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void aNumberBeforeTheFirstPausesAsTheFirst(int attempt) {
    assertThat(Backoff.after(attempt)).isEqualTo(Backoff.FIRST);
  }

  @Test
  void anyNumberOfTriesHasAPause() {
    assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Backoff.LONGEST);
  }

  @Test
  void twentyTriesTakeLessThanFiveMinutes() {
    Duration all = Duration.ZERO;
    for (int attempt = 1; attempt < 20; attempt++) {
      all = all.plus(Backoff.after(attempt));
    }
    assertThat(all).isLessThan(Duration.ofMinutes(5));
  }
}
