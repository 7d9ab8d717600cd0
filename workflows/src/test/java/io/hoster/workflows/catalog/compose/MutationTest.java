package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.CatalogFolder;
import io.hoster.workflows.catalog.TemplateDefinition;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a text, compiling it ends with a plan or with findings. */
class MutationTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"static-site", "node-api", "miniflux"})
  void neverThrows(String slug) {
    TemplateDefinition template = CatalogFolder.own(slug);
    Random random = new Random(20_261_120);
    for (int round = 0; round < 600; round++) {
      String text = template.compose();
      for (int change = random.nextInt(4); change >= 0; change--) {
        text = mutate(text, random);
      }
      Compiled compiled = ComposeCompiler.compile(text, template.variables(), new TreeMap<>());
      if (compiled instanceof Compiled.Refused refused) {
        assertThat(refused.findings()).isNotEmpty();
        assertThat(refused.findings())
            .allSatisfy(found -> {
              assertThat(found.line()).isPositive();
              assertThat(found.column()).isPositive();
              assertThat(found.message()).endsWith(".");
              assertThat(found.path()).matches("(?s)|/.*");
            });
      }
    }
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
    List<String> lines = new java.util.ArrayList<>(text.lines().toList());
    if (lines.size() > 1) {
      String line = lines.remove(random.nextInt(lines.size()));
      lines.add(random.nextInt(lines.size() + 1), " ".repeat(random.nextInt(8)) + line.strip());
    }
    return String.join("\n", lines);
  }
}
