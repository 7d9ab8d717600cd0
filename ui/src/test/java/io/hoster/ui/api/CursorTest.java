package io.hoster.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.ui.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");

  @Test
  void isReadAsItWasWritten() {
    Cursor cursor = new Cursor(AT, "tok_01k");
    assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    assertThat(Cursor.decode(null)).isEqualTo(Cursor.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "*", "MQ", "LTEuYQ", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5LmE"})
  void refusesWhatItDidNotWrite(String text) {
    assertThatThrownBy(() -> Cursor.decode(text))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
  }

  @Test
  void aPageLeadsToTheNextWhileThereIsOne() {
    Page<String> page =
        Page.of(List.of("a", "b", "c"), 2, String::toUpperCase, row -> new Cursor(AT, row));
    assertThat(page.data()).containsExactly("A", "B");
    assertThat(Cursor.decode(page.nextCursor()).id()).isEqualTo("b");
    assertThat(Page.of(List.of("a"), 2, String::toUpperCase, row -> Cursor.START).nextCursor())
        .isNull();
  }
}
