package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {

  @ParameterizedTest
  @CsvSource({
    "'# A', '### A'",
    "'  ## B', '#### B'",
    "'###### C', '###### C'",
    "'#no heading', '#no heading'",
    "'D # e', 'D # e'",
    "'====', '---'"
  })
  void aHeadingGoesTwoLevelsDown(String line, String lowered) {
    assertThat(Headings.lower(line)).isEqualTo(lowered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<style>*{display:none}</style>",
        "a <div style='position:fixed'>b</div>",
        "    ```\n<form>",
        "```\n<script>\n```",
        "<!-- -->",
        "<?x?>"
      })
  void noTagIsLeft(String markdown) {
    assertThat(Headings.lower(markdown)).doesNotContainPattern("<[A-Za-z/!?]");
  }

  @Test
  void whatIsNoTagIsLeftAlone() {
    assertThat(Headings.lower("1 < 2 and a<3")).isEqualTo("1 < 2 and a<3");
  }

  @Test
  void codeStaysAsItIs() {
    assertThat(Headings.lower("# A\n```\n# a comment\n```\n# B"))
        .isEqualTo("### A\n```\n# a comment\n```\n### B");
  }
}
