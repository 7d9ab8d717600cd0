package io.hoster.workflows.catalog.compose;

/**
 * A replacement of a range of a text.
 *
 * @param from offset of the first character that goes
 * @param to offset after the last one
 */
public record Edit(int from, int to, String text) {

  static Edit insert(int at, String text) {
    return new Edit(at, at, text);
  }
}
