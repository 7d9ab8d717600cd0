package io.hoster.workflows.catalog.compose;

/** Puts a piece of the file between quotation marks for a message. */
final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    return "\"" + shortened(text) + "\"";
  }

  /** One line of at most 80 characters. */
  static String shortened(String text) {
    String start = text.substring(0, Math.min(text.length(), 4 * LONGEST));
    String line = start.replaceAll("\\s+", " ");
    if (line.length() <= LONGEST && start.length() == text.length()) {
      return line;
    }
    int end = Math.min(line.length(), LONGEST);
    boolean splitsPair = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, splitsPair ? end - 1 : end) + "…";
  }
}
