package io.hoster.store.operation;

import io.hoster.workflows.operation.Made;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an operation's ledger: this was made, or was about to be.
 *
 * @param kind {@code port network volume container route}
 * @param object the thing's name on the node; of a port its number, of a route its host
 * @param undoneAt null: it is still there, as far as the operation knows
 */
public record MadeRow(String kind, String object, Instant recordedAt, @Nullable Instant undoneAt) {

  /** What of {@code rows} was not undone. */
  public static Made left(List<MadeRow> rows) {
    List<MadeRow> left = rows.stream().filter(row -> row.undoneAt() == null).toList();
    return new Made(
        count(left, "container"),
        count(left, "network"),
        count(left, "volume"),
        left.stream()
            .filter(row -> row.kind().equals("port"))
            .map(row -> Integer.valueOf(row.object()))
            .toList(),
        count(left, "route"));
  }

  private static int count(List<MadeRow> rows, String kind) {
    return (int) rows.stream().filter(row -> row.kind().equals(kind)).count();
  }
}
