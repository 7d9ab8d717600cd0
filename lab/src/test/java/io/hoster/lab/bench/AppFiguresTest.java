package io.hoster.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.lab.LabFailure;
import org.junit.jupiter.api.Test;

class AppFiguresTest {

  private static final String TEXT =
      """
      # TYPE steps summary
      steps_sum{step="address"} 0.5
      steps_sum{step="pull images"} 1.5E-1
      steps_summed 7.0
      passes_count 3
      """;

  @Test
  void aFigureIsTheSumOverItsLabels() {
    assertThat(AppFigures.sum(TEXT, "steps_sum")).isEqualTo(0.65);
    assertThat(AppFigures.sum(TEXT, "passes_count")).isEqualTo(3);
  }

  @Test
  void oneThatIsNotToldIsNotZero() {
    assertThatThrownBy(() -> AppFigures.sum(TEXT, "steps"))
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("steps");
  }
}
