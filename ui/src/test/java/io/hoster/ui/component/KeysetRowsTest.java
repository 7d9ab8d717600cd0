package io.hoster.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetRowsTest {

  private final List<String> read = new ArrayList<>();
  private final KeysetRows<Integer> rows = new KeysetRows<>(this::stretch);

  private KeysetRows.Stretch<Integer> stretch(@Nullable String after) {
    read.add(String.valueOf(after));
    int from = after == null ? 0 : Integer.parseInt(after);
    int to = Math.min(from + 10, 25);
    return new KeysetRows.Stretch<>(
        IntStream.range(from, to).boxed().toList(), to == 25 ? null : Integer.toString(to));
  }

  @Test
  void readsOnlyAsFarAsIsShown() {
    assertThat(rows.fetch(0, 10)).hasSize(10);
    assertThat(read).containsExactly("null");
  }

  @Test
  void readsEachStretchOnceAndEndsWhereTheRowsEnd() {
    assertThat(rows.fetch(20, 10)).containsExactly(20, 21, 22, 23, 24);
    assertThat(rows.fetch(0, 30)).hasSize(25);
    assertThat(read).containsExactly("null", "10", "20");
  }

  @Test
  void startsAnewAfterAReset() {
    assertThat(rows.fetch(0, 5)).hasSize(5);
    rows.reset();
    assertThat(rows.fetch(0, 5)).hasSize(5);
    assertThat(read).containsExactly("null", "null");
  }
}
