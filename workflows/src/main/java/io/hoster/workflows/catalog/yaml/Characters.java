package io.hoster.workflows.catalog.yaml;

import io.hoster.workflows.catalog.yaml.YamlProblem.Reason;

/**
 * Refuses characters that hide what a text says: control characters and those that turn the writing
 * direction.
 */
final class Characters {

  private Characters() {}

  static void check(String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (endsLine(text, i)) {
        line++;
        lineStart = i + 1;
      } else if (isRefused(text, i)) {
        throw new UnreadableYaml(
            new Place(line, text.codePointCount(lineStart, i) + 1), "", Reason.SYNTAX, sentence(c));
      }
    }
  }

  /** The same for a scalar's value, where escapes such as {@code "\0"} have been resolved. */
  static void checkValue(String text, Place place, String path) {
    for (int i = 0; i < text.length(); i++) {
      if (isRefused(text, i)) {
        throw new UnreadableYaml(place, path, Reason.SYNTAX, sentence(text.charAt(i)));
      }
    }
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }

  private static String sentence(char c) {
    return "The character U+%04X is not allowed. Remove it.".formatted((int) c);
  }

  private static boolean isRefused(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x20) {
      return c != '\t' && c != '\n' && c != '\r';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return (c >= 0x7f && c <= 0x9f && c != 0x85)
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || (c == 0xfeff && i > 0)
        || c >= 0xfffe;
  }
}
