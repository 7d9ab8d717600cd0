package io.hoster.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Serves a grid, which counts rows, from a list that is read by cursor: what was read is kept. */
public final class KeysetRows<T> {

  /** Reads the stretch after a cursor; null: the first. */
  public interface Reader<T> {
    Stretch<T> read(@Nullable String after);
  }

  /** Rows and where the next ones start; null: there are none. */
  public record Stretch<T>(List<T> rows, @Nullable String next) {}

  private final Reader<T> reader;
  private final List<T> rows = new ArrayList<>();
  private @Nullable String next;
  private boolean started;

  public KeysetRows(Reader<T> reader) {
    this.reader = reader;
  }

  /** Rows from {@code offset} on, at most {@code limit}. */
  public Stream<T> fetch(int offset, int limit) {
    while (rows.size() < offset + limit && (!started || next != null)) {
      Stretch<T> stretch = reader.read(next);
      started = true;
      next = stretch.next();
      rows.addAll(stretch.rows());
    }
    int from = Math.min(offset, rows.size());
    return List.copyOf(rows.subList(from, Math.min(offset + limit, rows.size()))).stream();
  }

  /** Forgets what was read. */
  public void reset() {
    rows.clear();
    next = null;
    started = false;
  }
}
