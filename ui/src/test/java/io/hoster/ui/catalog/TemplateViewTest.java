package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.Test;

class TemplateViewTest extends ViewTest {

  @Test
  void tellsAllThatDecides() {
    TemplateView view = navigate("marketplace/wordpress", "", TemplateView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains(
            "by Acme",
            "96 live",
            "Faster pages.",
            "1.5 CPU and 1.5 GB",
            "50 s, at most about 80 s",
            "postgres:18.4-alpine",
            "Shown at the top of every page.",
            "Deploy WordPress");
  }

  @Test
  void aDeprecatedOneIsNotOffered() {
    TemplateView view = navigate("marketplace/ghost", "", TemplateView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains("Deprecated", "Nothing new is made of this.")
        .doesNotContain("Deploy Ghost");
  }
}
