package io.hoster.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "430, 0.4 s",
    "9999, 9.9 s",
    "41000, 41 s",
    "62000, 1 min 02 s",
    "7500000, 2 h 05 min",
    "273600000, 3 d 4 h",
    "-5, 0.0 s"
  })
  void writesDurationsInTheTwoLargestUnits(long millis, String written) {
    assertThat(Units.duration(Duration.ofMillis(millis))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1000, 1 kB", "2400000000, 2.4 GB", "412000000, 412 MB"})
  void writesSizesDecimallyAsInTheBill(long bytes, String written) {
    assertThat(Units.bytes(bytes)).isEqualTo(written);
  }

  @Test
  void writesMoneyWithItsSignBeforeTheCurrency() {
    assertThat(Units.money(-310, "USD")).isEqualTo("−$3.10");
    assertThat(Units.money(999, "EUR")).isEqualTo("9.99 EUR");
  }

  @Test
  void writesFractionsOfACpuWithoutIdleZeros() {
    assertThat(Units.cpus(500_000_000)).isEqualTo("0.5 CPU");
    assertThat(Units.cpus(2_000_000_000)).isEqualTo("2 CPU");
  }
}
