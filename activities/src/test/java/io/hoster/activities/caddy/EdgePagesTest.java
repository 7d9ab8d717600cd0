package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgePagesTest {

  private static final EdgePages PAGES = EdgePages.read(Path.of("../proxy-config"));

  @Test
  void standOnTheirOwnAndAreSmall() {
    for (String page : all()) {
      assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(6 * 1024);
      assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
          .contains("<html lang=\"en\">", "prefers-color-scheme: dark", "width=device-width")
          .doesNotContain("http:", "https:", "src=", "url(", "<script", "<link");
    }
  }

  @Test
  void holdNothingThatCaddyWouldFillIn() {
    assertThat(all()).noneMatch(page -> page.matches("(?s).*\\{[a-z_]+[.}].*"));
  }

  @Test
  void comeBackByThemselvesOnlyWhereThatHelps() {
    assertThat(List.of(PAGES.starting(), PAGES.unavailable(), PAGES.away()))
        .allMatch(page -> page.contains("http-equiv=\"refresh\""));
    assertThat(List.of(PAGES.stopped(), PAGES.suspended(), PAGES.missing()))
        .noneMatch(page -> page.contains("http-equiv=\"refresh\""));
  }

  @Test
  void saysWhichPageIsMissing(@TempDir Path empty) {
    assertThatThrownBy(() -> EdgePages.read(empty)).hasMessageContaining("starting.html");
  }

  private static List<String> all() {
    return List.of(
        PAGES.starting(),
        PAGES.stopped(),
        PAGES.suspended(),
        PAGES.unavailable(),
        PAGES.missing(),
        PAGES.away());
  }
}
