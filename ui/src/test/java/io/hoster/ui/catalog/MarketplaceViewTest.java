package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.Test;

class MarketplaceViewTest extends ViewTest {

  @Test
  void narrowsByWhatIsTypedAndByKindFromTheAddress() {
    navigate("marketplace", "kind=web", MarketplaceView.class);
    assertThat(find(H2.class).all()).hasSize(3);
    test(find(TextField.class).single()).setValue("blog");
    assertThat(find(H2.class).all())
        .extracting(heading -> heading.getElement().getTextRecursively())
        .containsExactly("Ghost", "WordPress");
  }

  @Test
  void saysWhatWasLookedForWhenNothingMatches() {
    MarketplaceView view = navigate("marketplace", "q=zzz&kind=store", MarketplaceView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains("Nothing matches “zzz” in Stores.", "Clear filters");
  }
}
