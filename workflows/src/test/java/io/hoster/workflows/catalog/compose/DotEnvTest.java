package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

  private static String value(String text) {
    DotEnv.Read read = DotEnv.read("N=9\nE=\n" + text);
    assertThat(read.findings()).isEmpty();
    return read.values().get("A");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "A=1|1",
        "A = 1|1",
        "A: 1|1",
        "export A=1|1",
        "  export\tA=1|1",
        "A=b c|b c",
        "A=b c   # comment|b c",
        "A=b#c|b#c",
        "A='b # c' # comment|b # c",
        "A=\"b # c\" # comment|b # c",
        "A='$N'|$N",
        "A='\\n'|\\n",
        "A=\"b\\tc\"|`b\tc`",
        "A='Let\\'s go'|Let's go",
        "A=\"say \\\"x\\\"\"|say \"x\"",
        "A=\"\\$N\"|$N",
        "A=$N|9",
        "A=${N}0|90",
        "A=\"${N}0\"|90",
        "A=$$N|$N",
        "A=${NOPE:-d}|d",
        "A=${NOPE:-${N}}|9",
        "A=${E:-d}|d",
        "A=${N:+r}|r",
        "A=b=c|b=c",
        "A=postgres://u:p@h/d?x=y|postgres://u:p@h/d?x=y"
      })
  void readsValues(String line, String value) {
    assertThat(value(line)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A=", "A= ", "A=''", "A=\"\"", "A=# comment", "A=$NOPE", "A=${E-d}"})
  void readsEmptyValues(String line) {
    assertThat(value(line)).isEmpty();
  }

  @Test
  void quotesGoOverSeveralLines() {
    assertThat(value("A=\"first\nsecond $N\"\nB=2")).isEqualTo("first\nsecond 9");
    assertThat(value("A='first\nsecond $N'\nB=2")).isEqualTo("first\nsecond $N");
  }

  @Test
  void theLastOfANameCountsAndANameAloneSaysNothing() {
    assertThat(DotEnv.read("\ufeffA=1\r\n\r\n# A=2\r\nA=3\r\nB\r\n").values())
        .isEqualTo(Map.of("A", "3"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "what is this|2 1 SYNTAX",
        "=x|2 1 SYNTAX",
        "`  A='x`|2 3 SYNTAX",
        "A=\"x|2 1 SYNTAX",
        "A=${N|2 1 INVALID_VALUE",
        "A=${1}|2 1 INVALID_VALUE",
        "A=${NOPE:?why}|2 1 MISSING_VARIABLE"
      })
  void findsWhatIsWrongWithItsPlace(String line, String found) {
    DotEnv.Read read = DotEnv.read("B=1\n" + line + "\n");
    assertThat(read.findings())
        .singleElement()
        .extracting(f -> f.line() + " " + f.column() + " " + f.code())
        .isEqualTo(found);
    assertThat(read.values()).containsOnlyKeys("B");
  }

  @Test
  void goesOnAfterAMistake() {
    DotEnv.Read read = DotEnv.read("A=1\nwhat is this\nB=2\n=\nC=3");
    assertThat(read.values()).isEqualTo(Map.of("A", "1", "B", "2", "C", "3"));
    assertThat(read.findings()).extracting(Finding::line).containsExactly(2, 4);
  }

  @Test
  void isBounded() {
    assertThat(DotEnv.read("A=" + "x".repeat(300_000)).findings())
        .singleElement()
        .satisfies(found -> assertThat(found.code()).isEqualTo(Finding.Code.OVER_LIMIT));
    StringBuilder doubling = new StringBuilder("A0=xxxxxxxxxxxxxxxx\n");
    for (int i = 1; i < 40; i++) {
      doubling.append("A%d=$A%d$A%d\n".formatted(i, i - 1, i - 1));
    }
    assertThat(DotEnv.read(doubling.toString()).findings())
        .extracting(Finding::code)
        .contains(Finding.Code.OVER_LIMIT);
  }
}
