package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import io.hoster.ui.Problem;
import io.hoster.ui.catalog.Marketplace;
import java.util.Optional;

/** What somebody who is not signed in may read about the page they are on the way to. */
final class NextPageName {

  private NextPageName() {}

  /** Such as "your API tokens"; never a name out of somebody's account. */
  static String of(NextPage next, Marketplace marketplace) {
    String place = next.path().split("[/?]", 2)[0];
    return switch (place) {
      case "deployments", "overview", "tokens", "account" -> text("next." + place);
      case "deploy" ->
          template(next, marketplace)
              .map(name -> text("next.deploy", name))
              .orElseGet(() -> text("next.other"));
      default -> text("next.other");
    };
  }

  /** The name of the template that is to be deployed; empty: none that everybody may see. */
  static Optional<String> template(NextPage next, Marketplace marketplace) {
    if (next.template().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(marketplace.offer(Optional.empty(), next.template()).definition().name());
    } catch (Problem nobodyMaySeeIt) {
      return Optional.empty();
    }
  }
}
