package io.hoster.workflows.catalog.compose;

/** Puts a piece of the file between quotation marks for a message. */
final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    String line = text.replaceAll("\\s+", " ");
    return "\"" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "\"";
  }
}
