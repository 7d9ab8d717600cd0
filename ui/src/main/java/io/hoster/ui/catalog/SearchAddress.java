package io.hoster.ui.catalog;

import com.vaadin.flow.router.QueryParameters;
import io.hoster.ui.catalog.Marketplace.Cost;
import io.hoster.ui.catalog.Marketplace.Order;
import io.hoster.ui.catalog.Marketplace.Search;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A search of the marketplace as the address says it; what is usual is left out. */
final class SearchAddress {

  private SearchAddress() {}

  /** The search of an address; what is no choice is passed over. */
  static Search read(QueryParameters asked) {
    return new Search(
        text(asked, "q"),
        one(asked, "kind", Kind.values()).orElse(null),
        text(asked, "category"),
        one(asked, "price", Cost.values()).orElse(Cost.ANY),
        one(asked, "sort", Order.values()).orElse(Order.USE));
  }

  /** No database takes the character NUL. */
  private static String text(QueryParameters asked, String name) {
    return asked.getSingleParameter(name).orElse("").replace("\0", "").strip();
  }

  private static <E extends Enum<E>> Optional<E> one(QueryParameters asked, String name, E[] all) {
    return asked
        .getSingleParameter(name)
        .flatMap(given -> Arrays.stream(all).filter(e -> word(e).equals(given)).findFirst());
  }

  static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  static String of(Search search) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!search.text().isEmpty()) {
      parameters.put("q", search.text());
    }
    Kind kind = search.kind();
    if (kind != null) {
      parameters.put("kind", word(kind));
    }
    if (!search.category().isEmpty()) {
      parameters.put("category", search.category());
    }
    if (search.cost() != Cost.ANY) {
      parameters.put("price", word(search.cost()));
    }
    if (search.order() != Order.USE) {
      parameters.put("sort", word(search.order()));
    }
    String asked = QueryParameters.simple(parameters).getQueryString();
    return CatalogNavigation.marketplace() + (asked.isEmpty() ? "" : "?" + asked);
  }
}
