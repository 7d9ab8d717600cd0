package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1b, 1",
    "64k, 65536",
    "64kb, 65536",
    "64KiB, 65536",
    "256m, 268435456",
    "256M, 268435456",
    "256mb, 268435456",
    "1.5g, 1610612736",
    "0.1k, 102",
    "1 g, 1073741824",
    "1t, 1099511627776",
    "8191p, 9222246136947933184",
    "9223372036854775807, 9223372036854775807"
  })
  void readsSizes(String text, long bytes) {
    assertThat(Sizes.bytes(text)).isEqualTo(new Amount.Of(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "m",
        "-5",
        "-1m",
        "+1m",
        "1x",
        "1mm",
        "1.m",
        ".5m",
        "1e3",
        "1,5g",
        "0x10",
        "1 m ",
        " 1m",
        "١m",
        "8192p",
        "9223372036854775808",
        "99999999999999999999",
        "999999999999999999999999999999",
        "NaN",
        "banana"
      })
  void refusesOtherSizes(String text) {
    assertThat(Sizes.bytes(text)).isInstanceOf(Amount.Not.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0s, 0",
    "30s, 30000000000",
    "1m30s, 90000000000",
    "1h5m30s20ms, 3930020000000",
    "1.5s, 1500000000",
    "300ms, 300000000",
    "10us, 10000",
    "10µs, 10000",
    "7ns, 7",
    "0.5ns, 0",
    "2562047h, 9223369200000000000"
  })
  void readsDurations(String text, long nanos) {
    assertThat(Durations.nanos(text)).isEqualTo(new Amount.Of(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "s",
        "30 s",
        "-1s",
        "+1s",
        "1d",
        "1w",
        "banana",
        "1s2",
        "1..5s",
        "1.s",
        ".5s",
        "1e3s",
        "2562048h",
        "999999999999999999h",
        "1s1s1s1s1s1s1s1s1s",
        "30S"
      })
  void refusesOtherDurations(String text) {
    assertThat(Durations.nanos(text)).isInstanceOf(Amount.Not.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 500000000",
    "1, 1000000000",
    "2., 2000000000",
    ".25, 250000000",
    "0.000000001, 1",
    "0, 0"
  })
  void readsShares(String text, long nanoCpus) {
    assertThat(Numbers.nanoCpus(text)).isEqualTo(new Amount.Of(nanoCpus));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-1",
        "1e9",
        "1E999999999",
        "NaN",
        ".inf",
        "Infinity",
        "0.0000000001",
        "1000000000",
        "50%"
      })
  void refusesOtherShares(String text) {
    assertThat(Numbers.nanoCpus(text)).isInstanceOf(Amount.Not.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1.0", "1e3", "0x1", "9999999999999999999", " 1"})
  void refusesWhatIsNoWholeNumber(String text) {
    assertThat(Numbers.whole(text)).isInstanceOf(Amount.Not.class);
  }
}
