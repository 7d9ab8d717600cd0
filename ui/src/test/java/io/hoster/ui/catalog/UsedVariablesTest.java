package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsedVariablesTest {

  @Test
  void findsNamesInTheOrderOfTheirFirstMention() {
    assertThat(
            UsedVariables.in(
                """
                # ${COMMENT}
                image: nginx:${TAG:-1}
                command: $ONE ${TWO?needed} $$NOT $${NOT} ${TAG}
                """))
        .containsExactly("TAG", "ONE", "TWO");
  }
}
