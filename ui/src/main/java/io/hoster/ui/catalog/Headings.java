package io.hoster.ui.catalog;

import java.util.stream.Collectors;

/** Puts the headings of an author's Markdown below those of the page it stands on. */
final class Headings {

  private static final int DEEPEST = 6;

  private Headings() {}

  /** The text with every heading two levels deeper; code stays as it is. */
  static String lower(String markdown) {
    boolean[] code = {false};
    return markdown
        .lines()
        .map(line -> {
          if (line.stripLeading().startsWith("```")) {
            code[0] = !code[0];
          }
          return code[0] ? line : lowered(line);
        })
        .collect(Collectors.joining("\n"));
  }

  private static String lowered(String line) {
    if (line.matches(" {0,3}=+\\s*")) {
      return "---"; // what stands above it becomes a heading of the second level, not of the first
    }
    if (!line.matches(" {0,3}#{1,6}\\s.*")) {
      return line;
    }
    String text = line.stripLeading();
    int level = text.length() - text.replaceFirst("^#+", "").length();
    return "#".repeat(Math.min(DEEPEST, level + 2)) + text.substring(level);
  }
}
