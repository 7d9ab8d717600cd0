package io.hoster.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void readsAsALineOfATable() {
    assertThat(Row.atMost("deploy", 150, "ms", Figures.of(120, 100, 140)))
        .hasToString("| deploy | ≤ 150 ms | 120 ms | 100 ms – 140 ms | 3 | met |");
  }

  @Test
  void missesWhatTheMedianExceeds() {
    assertThat(Row.atMost("deploy", 1.3, "×", Figures.of(1.31, 1.2, 1.4)).verdict())
        .isEqualTo("missed");
  }

  @Test
  void missesWhatTheMedianDoesNotReach() {
    assertThat(Row.atLeast("edge", 0.95, "×", Figures.of(0.94, 0.99, 0.9)).verdict())
        .isEqualTo("missed");
    assertThat(Row.atLeast("edge", 0.95, "×", Figures.of(0.95)).verdict()).isEqualTo("met");
  }

  @Test
  void judgesAPercentileByTheSlowOnes() {
    Row row = Row.percentileAtMost("list", 99, 50, "ms", Figures.of(10, 10, 51));

    assertThat(row)
        .hasToString(
            "| list | p99 ≤ 50 ms | 51 ms | median 10.00 ms, 10.00 ms – 51 ms | 3 | missed |");
  }

  @Test
  void saysNothingOfAFigureWithoutAGoal() {
    assertThat(Row.plain("raw", "ms", Figures.of(250)))
        .hasToString("| raw |  | 250 ms | 250 ms – 250 ms | 1 |  |");
  }

  @Test
  void countsWhatMustNotHappen() {
    assertThat(Row.none("errors", 0, 30).verdict()).isEqualTo("met");
    assertThat(Row.none("errors", 1, 30).verdict()).isEqualTo("missed");
  }
}
