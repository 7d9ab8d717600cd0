package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page of the docs that says what is done with each key is what the policy's table gives. */
class ComposePageTest {

  private static final Path PAGE = Path.of("..", "docs", "compose.md");
  private static final String BEGIN = "<!-- The policy's table: made by ComposePageTest. -->\n";
  private static final String END = "<!-- End of the policy's table. -->\n";

  /** {@code -Dhoster.golden=write} writes the page instead of failing on it. */
  @Test
  void thePageShowsTheTable() throws IOException {
    String page = Files.readString(PAGE);
    String made = before(page) + BEGIN + table() + END + after(page);
    if ("write".equals(System.getProperty("hoster.golden"))) {
      Files.writeString(PAGE, made);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/compose.md; -Dhoster.golden=write writes it")
        .isEqualTo(made);
  }

  private static String before(String page) {
    assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    return page.substring(0, page.indexOf(BEGIN));
  }

  private static String after(String page) {
    return page.substring(page.indexOf(END) + END.length());
  }

  private static String table() {
    StringBuilder text = new StringBuilder();
    for (Section section : Section.values()) {
      text.append("\n### ").append(title(section)).append("\n\n| key | | it |\n|---|---|---|\n");
      for (KeyRule rule : section.rules()) {
        text.append("| `%s` | %s | %s |\n".formatted(rule.key(), word(rule), rule.sentence()));
      }
    }
    return text.append("\n").toString();
  }

  private static String title(Section section) {
    return section.path().isEmpty() ? "The file" : "`" + section.path() + "`";
  }

  private static String word(KeyRule rule) {
    return switch (rule.decision()) {
      case KEEP -> "kept";
      case REWRITE -> "rewritten";
      case REFUSE -> "**refused**";
    };
  }

  @Test
  void everySentenceIsOne() {
    for (Section section : Section.values()) {
      assertThat(section.rules())
          .allSatisfy(rule -> assertThat(rule.sentence()).endsWith(".").doesNotContain("|"))
          .allSatisfy(rule ->
              assertThat(rule.sentence().substring(0, 1))
                  .isEqualTo(rule.sentence().substring(0, 1).toLowerCase(Locale.ROOT)));
    }
  }
}
