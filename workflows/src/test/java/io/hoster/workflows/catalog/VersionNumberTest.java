package io.hoster.workflows.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNumberTest {

  private static VersionNumber of(String text) {
    return VersionNumber.of(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"1.9, 1.10", "1, 1.0.1", "0.9.9, 1", "2.0.0, 2.0.0.1"})
  void comparesAsNumbers(String lower, String higher) {
    assertThat(of(lower)).isLessThan(of(higher));
    assertThat(of(higher)).isGreaterThan(of(lower));
  }

  @Test
  void whatIsNotWrittenIsZero() {
    assertThat(of("1.0")).isEqualByComparingTo(of("1.0.0"));
  }

  @Test
  void proposesTheOneThatFollows() {
    assertThat(of("2.0.3").next()).isEqualTo("2.1.0");
    assertThat(of("6.8").next()).isEqualTo("6.9.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.", ".1", "v1", "1.2.3.4.5", "1.2-rc1", "1234567", "１.0"})
  void otherTextsAreNone(String text) {
    assertThat(VersionNumber.of(text)).isEmpty();
  }
}
