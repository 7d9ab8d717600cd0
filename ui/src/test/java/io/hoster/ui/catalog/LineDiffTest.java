package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.ui.catalog.LineDiff.Change;
import io.hoster.ui.catalog.LineDiff.Line;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiffTest {

  private static String said(String before, String after) {
    return LineDiff.of(before, after).stream()
        .map(line -> mark(line.change()) + line.text())
        .collect(Collectors.joining(" "));
  }

  private static String mark(Change change) {
    return switch (change) {
      case SAME -> "=";
      case ADDED -> "+";
      case REMOVED -> "-";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "a b c, a b c, =a =b =c",
    "a b c, a x c, =a -b +x =c",
    "a b, a b c, =a =b +c",
    "a b c, b c, -a =b =c",
    "a, b, -a +b"
  })
  void tellsWhatCameAndWent(String before, String after, String told) {
    assertThat(said(before.replace(' ', '\n'), after.replace(' ', '\n'))).isEqualTo(told);
  }

  @Test
  void ofNothingAllIsAdded() {
    assertThat(said("", "a")).isEqualTo("+a");
  }

  @Test
  void hugeTextsAreToldAsAWhole() {
    String huge = "x\n".repeat(3_000);
    assertThat(LineDiff.of(huge, huge + "y"))
        .hasSize(6_001)
        .first()
        .extracting(Line::change)
        .isEqualTo(Change.REMOVED);
  }
}
