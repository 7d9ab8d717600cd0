package io.hoster.workflows.catalog.compose;

/**
 * The parts of a short volume as it is written, variables in it not filled in.
 *
 * @param source what stands before the first colon
 * @param target what stands between the first and the second
 * @param rest from the second colon on, or ""
 */
record ShortVolume(String source, String target, String rest) {

  /** Colons inside {@code ${…}} do not separate. */
  static ShortVolume of(String text) {
    int first = colon(text, 0);
    if (first == text.length()) {
      return new ShortVolume("", text, "");
    }
    int second = colon(text, first + 1);
    return new ShortVolume(
        text.substring(0, first), text.substring(first + 1, second), text.substring(second));
  }

  private static int colon(String text, int from) {
    int braces = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        braces++;
      } else if (c == '}') {
        braces--;
      } else if (c == ':' && braces <= 0) {
        return i;
      }
    }
    return text.length();
  }
}
