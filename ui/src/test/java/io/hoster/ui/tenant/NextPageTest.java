package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "deploy/../../x",
        "",
        "deploy/a\nb"
      })
  void leadsHomeInsteadOfElsewhere(String asked) {
    assertThat(NextPage.of(QueryParameters.of("next", asked)).path()).isEqualTo("deployments");
  }

  @Test
  void leadsBackToTheFormAndKnowsItsTemplate() {
    NextPage next = NextPage.of(QueryParameters.of("next", "/deploy/wordpress?version=6.8"));
    assertThat(next.path()).isEqualTo("deploy/wordpress?version=6.8");
    assertThat(next.template()).isEqualTo("wordpress");
    assertThat(next.behind("signup")).isEqualTo("signup?next=deploy%2Fwordpress%3Fversion%3D6.8");
  }
}
