package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void namesMetricsAndNotFunctions() {
    assertThat(PromQl.of("max(up) > 600 and rate(hoster_x_total[5m]) >= bool 1e3 or y:z").metrics())
        .containsOnlyKeys("up", "hoster_x_total", "y:z");
  }

  @Test
  void namesTheLabelsOfEachSelection() {
    PromQl read =
        PromQl.of(
            "a{status=~\"5..|by (x)\", le='0.1'} / ignoring(kind) group_left b{} unless c{d!=\"\"}");
    assertThat(read.metrics())
        .isEqualTo(Map.of("a", Set.of("status", "le"), "b", Set.of(), "c", Set.of("d")));
    assertThat(read.groupings()).containsExactly("kind");
  }

  @Test
  void namesWhatIsGroupedBy() {
    PromQl read =
        PromQl.of(
            "histogram_quantile(0.95, sum by (le, queue) (rate(t_bucket[$__rate_interval]))) > 2 * sum without(i) (${v} offset 1h)");
    assertThat(read.metrics()).containsOnlyKeys("t_bucket");
    assertThat(read.groupings()).containsExactly("i", "le", "queue");
  }

  @Test
  void anAggregationMayNameItsLabelsLast() {
    PromQl read = PromQl.of("sum(rate(m[1m])) by (kind) == 0");
    assertThat(read.metrics()).containsOnlyKeys("m");
    assertThat(read.groupings()).containsExactly("kind");
  }
}
