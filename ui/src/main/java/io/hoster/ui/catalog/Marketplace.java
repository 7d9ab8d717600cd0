package io.hoster.ui.catalog;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.List;
import java.util.Optional;

/** What the marketplace pages ask: templates that are published, and the reader's own. */
public interface Marketplace {

  /**
   * A template in a list.
   *
   * @param icon an SVG image's text
   * @param services how many containers it runs
   * @param priceMinor a month, in cents
   */
  record Entry(
      String slug,
      String name,
      String version,
      Kind kind,
      String summary,
      String icon,
      int services,
      long priceMinor,
      String currency) {}

  /** A template with all it says. */
  record Offer(TemplateDefinition definition, List<Image> services) {

    public Offer {
      services = List.copyOf(services);
    }
  }

  /** A service and the image it runs. */
  record Image(String service, String image) {}

  /** Templates that match {@code text} in name or words, by name; empty: all. */
  List<Entry> search(Optional<Actor> actor, String text);

  /**
   * The template called {@code slug}.
   *
   * @throws io.hoster.ui.Problem 404 when there is none for this reader
   */
  Offer offer(Optional<Actor> actor, String slug);
}
