package io.hoster.workflows.catalog.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils texts a little, as chance has it. */
final class Mutations {

  private static final List<String> PIECES =
      List.of(
          "$",
          "${",
          "}",
          "${A:-",
          "{",
          "[",
          "]",
          ":",
          "- ",
          "\n",
          "\n  ",
          "&a ",
          "*a",
          "<<: ",
          "!!",
          "'",
          "\"",
          "\\",
          "|",
          ">",
          "#",
          "---\n",
          "\t",
          "\u0000",
          "\u202e",
          "\ud800",
          "\ufeff",
          "~",
          "null",
          "0",
          "-1",
          "9999999999999999999999",
          "1e999999",
          ".nan",
          "true",
          "services:",
          "web:",
          "ports: ",
          "privileged: true",
          "? ",
          "%YAML 1.1\n",
          "é",
          "😀",
          "x-a: ");

  private Mutations() {}

  /** The text with one to four changes. */
  static String of(String text, Random random) {
    String mutated = text;
    for (int change = random.nextInt(4); change >= 0; change--) {
      mutated = mutate(mutated, random);
    }
    return mutated;
  }

  private static String mutate(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, from) + piece + text.substring(from);
      case 1 -> text.substring(0, from) + text.substring(to);
      case 2 -> text.substring(0, from) + piece + text.substring(to);
      case 3 -> text.substring(0, to) + text.substring(from);
      default -> moveLine(text, random);
    };
  }

  private static String moveLine(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() > 1) {
      String line = lines.remove(random.nextInt(lines.size()));
      lines.add(random.nextInt(lines.size() + 1), " ".repeat(random.nextInt(8)) + line.strip());
    }
    return String.join("\n", lines);
  }
}
