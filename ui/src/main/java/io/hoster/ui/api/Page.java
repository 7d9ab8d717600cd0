package io.hoster.ui.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor leads to the next part; null: this is the last one
 */
public record Page<T>(List<T> data, @Nullable String nextCursor) {

  /** The whole of a list that is always short. */
  public static <T> Page<T> whole(List<T> data) {
    return new Page<>(data, null);
  }

  /**
   * Cuts rows into a page.
   *
   * @param rows up to {@code limit + 1} rows: one more says that there are more
   * @param cursor where a row stands
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, T> shown, Function<R, Cursor> cursor) {
    List<R> kept = rows.size() > limit ? rows.subList(0, limit) : rows;
    return new Page<>(
        kept.stream().map(shown).toList(),
        rows.size() > limit ? cursor.apply(kept.getLast()).encode() : null);
  }
}
