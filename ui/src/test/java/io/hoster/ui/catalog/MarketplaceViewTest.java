package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketplaceViewTest extends ViewTest {

  private List<String> names() {
    return find(H2.class).all().stream()
        .map(heading -> heading.getElement().getTextRecursively())
        .toList();
  }

  @Test
  void narrowsByWhatIsTypedAndByKindFromTheAddress() {
    navigate("marketplace", "kind=web", MarketplaceView.class);
    assertThat(names()).hasSize(3);
    test(find(TextField.class).single()).setValue("blog");
    assertThat(names()).containsExactly("Ghost", "WordPress");
  }

  @Test
  void narrowsByPriceAndCategoryFromTheAddress() {
    navigate("marketplace", "price=paid&category=sites", MarketplaceView.class);
    assertThat(names()).containsExactly("Ghost", "WordPress");
  }

  @Test
  void countsEachKindAndKeepsTheOtherChoices() {
    navigate("marketplace", "price=free&sort=name&kind=boat", MarketplaceView.class);
    assertThat(find(Anchor.class).all())
        .filteredOn(link -> link.hasClassName("pill"))
        .extracting(link -> link.getElement().getTextRecursively() + " " + link.getHref())
        .contains(
            "All4 marketplace?price=free&sort=name",
            "Databases1 marketplace?kind=database&price=free&sort=name");
  }

  @Test
  void aCardTellsWhatOnePicksBy() {
    MarketplaceView view = navigate("marketplace", "q=wordpress", MarketplaceView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains("6.8", "3 services", "$5.00 a month", "by Acme", "96 live", "1 app");
  }

  @Test
  void saysWhatWasLookedForWhenNothingMatches() {
    MarketplaceView view = navigate("marketplace", "q=zzz&kind=store", MarketplaceView.class);
    assertThat(view.getElement().getTextRecursively())
        .contains("Nothing matches “zzz” in Stores.", "Clear filters", "your own compose file");
  }
}
