package io.hoster.workflows.catalog.compose;

/** Offsets of a text's lines. */
final class Lines {

  private Lines() {}

  /** Where the line that {@code offset} is in begins. */
  static int start(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the next line begins; the text's end when there is none. */
  static int afterEnd(String text, int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** How many characters stand before {@code offset} in its line. */
  static int indent(String text, int offset) {
    return offset - start(text, offset);
  }
}
