package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void codeStaysAsItIs() {
    assertThat(Headings.lower("# A\n```\n# a comment\n```\n# B"))
        .isEqualTo("### A\n```\n# a comment\n```\n### B");
  }
}
