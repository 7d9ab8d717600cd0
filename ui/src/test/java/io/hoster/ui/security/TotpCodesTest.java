package io.hoster.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodesTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, the last six digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    Instant at = Instant.ofEpochSecond(second);
    assertThat(TotpCodes.code(SECRET, TotpCodes.step(at))).isEqualTo(code);
    assertThat(TotpCodes.match(SECRET, code, at)).hasValue(TotpCodes.step(at));
  }

  @Test
  void forgivesAClockThatIsHalfAMinuteOffAndNoMore() {
    Instant now = Instant.ofEpochSecond(1_000_000_020);
    String code = TotpCodes.code(SECRET, TotpCodes.step(now));
    assertThat(TotpCodes.match(SECRET, code, now.plusSeconds(30))).isPresent();
    assertThat(TotpCodes.match(SECRET, code, now.minusSeconds(30))).isPresent();
    assertThat(TotpCodes.match(SECRET, code, now.plusSeconds(60))).isEmpty();
  }

  @Test
  void base32IsReadAsItWasWritten() {
    assertThat(Base32.encode(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Base32.decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).isEqualTo(SECRET);
  }
}
