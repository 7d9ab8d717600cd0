package io.hoster.store;

import org.jspecify.annotations.Nullable;

/**
 * Word that a row changed; whoever cares re-reads.
 *
 * @param table the table, or {@code *} after a reconnect: anything may have changed
 * @param id the row's id, or for parts the id of what they belong to
 * @param tenant null: the platform's
 */
public record Change(String table, String id, @Nullable String tenant) {

  /** Anything may have changed. */
  public static final Change EVERYTHING = new Change("*", "-", null);

  static Change parse(String payload) {
    String[] parts = payload.split(" ", 3);
    return new Change(parts[0], parts[1], parts[2].equals("-") ? null : parts[2]);
  }
}
