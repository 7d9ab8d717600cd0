package io.hoster.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private final Buckets buckets = new Buckets(2, Duration.ofHours(1));

  @Test
  void givesWhatThereIsToEachKeyAndThenSaysHowLongToWait() {
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a").orElseThrow()).isPositive().isLessThan(Duration.ofHours(1));
    assertThat(buckets.take("b")).isEmpty();
  }

  @Test
  void lookingTakesNothing() {
    buckets.take("a");
    assertThat(buckets.peek("a")).isEmpty();
    assertThat(buckets.peek("a")).isEmpty();
    buckets.take("a");
    assertThat(buckets.peek("a")).isPresent();
  }
}
