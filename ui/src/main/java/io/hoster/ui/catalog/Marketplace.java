package io.hoster.ui.catalog;

import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the marketplace pages ask: templates that are published for all, and the reader's own. */
public interface Marketplace {

  /** What a template may cost. */
  enum Cost {
    ANY,
    FREE,
    PAID
  }

  /** The order of a list. */
  enum Order {
    USE,
    NAME
  }

  /**
   * What is looked for.
   *
   * @param text all its words are to be found; empty: anything
   * @param kind null: any
   * @param category empty: any
   */
  record Search(String text, @Nullable Kind kind, String category, Cost cost, Order order) {

    public static final Search ALL = new Search("", null, "", Cost.ANY, Order.USE);

    /** Whether it leaves something out. */
    boolean isNarrow() {
      return !text.isEmpty() || kind != null || !category.isEmpty() || cost != Cost.ANY;
    }
  }

  /**
   * What was found.
   *
   * @param next where the next stretch begins; null: that was all
   */
  record Found(List<Entry> entries, Facets facets, @Nullable String next) {

    public Found {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A template in a list.
   *
   * @param icon an SVG image's text
   * @param services how many containers it runs
   * @param priceMinor a month, in cents
   * @param live how many deployments there are, of all customers
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
      String currency,
      String creator,
      int live,
      State state) {}

  /**
   * A template with all it says.
   *
   * @param own whether it belongs to who reads
   * @param live how many deployments there are, of all customers
   * @param releases what can be deployed, newest first
   * @param usual how long a set-up takes; null: too few so far
   */
  record Offer(
      TemplateDefinition definition,
      List<Image> services,
      String creator,
      boolean own,
      State state,
      int live,
      List<Release> releases,
      TemplateDetail.Resources resources,
      Preview.@Nullable UsualTime usual) {

    public Offer {
      services = List.copyOf(services);
      releases = List.copyOf(releases);
    }
  }

  /** A service and the image it runs. */
  record Image(String service, String image) {}

  /** A version and what is new in it; the text may be empty. */
  record Release(String version, State state, String changelog, Instant at) {}

  /**
   * Templates that match.
   *
   * @param after what {@link Found#next} said; null: from the beginning
   */
  Found search(Optional<Actor> actor, Search search, @Nullable String after, int limit);

  /**
   * The template called {@code slug}.
   *
   * @throws io.hoster.ui.Problem 404 when there is none for this reader
   */
  Offer offer(Optional<Actor> actor, String slug);
}
