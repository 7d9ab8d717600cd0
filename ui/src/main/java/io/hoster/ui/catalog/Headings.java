package io.hoster.ui.catalog;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An author's Markdown as a page may show it: headings stand below those of the page, and tags of
 * HTML are shown as the text they are. They could cover or hide what stands beside them.
 */
final class Headings {

  private static final int DEEPEST = 6;

  /** An opening bracket that a parser could take for the beginning of a tag or comment. */
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

  /** It looks the same, in code too, and is none: a space without width stands behind it. */
  private static final String NO_TAG = "<\u200B";

  private Headings() {}

  /** The text with every heading two levels deeper; code stays as it is. */
  static String lower(String markdown) {
    boolean[] code = {false};
    return TAG.matcher(markdown)
        .replaceAll(NO_TAG)
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
