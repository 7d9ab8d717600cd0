package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Price;
import io.hoster.store.catalog.TemplateSearchQueries.Sort;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The marketplace as the pages show it. */
@WebRole
@Service
class TemplateMarket implements Marketplace {

  private final TemplateService templates;

  TemplateMarket(TemplateService templates) {
    this.templates = templates;
  }

  @Override
  public Found search(Optional<Actor> actor, Search search, @Nullable String after, int limit) {
    Actor reader = actor.orElse(null);
    Filter filter =
        new Filter(
            search.text(),
            search.kind(),
            search.category().isEmpty() ? null : search.category(),
            price(search.cost()));
    List<TemplateRow> rows =
        templates.list(
            reader, filter, sort(search.order()), TemplateCursor.decode(after), limit + 1);
    List<TemplateRow> kept = rows.size() > limit ? rows.subList(0, limit) : rows;
    return new Found(
        kept.stream().map(TemplateMarket::entry).toList(),
        templates.facets(reader, filter),
        rows.size() > limit ? TemplateCursor.after(kept.getLast()) : null);
  }

  private static @Nullable Price price(Cost cost) {
    return switch (cost) {
      case ANY -> null;
      case FREE -> Price.FREE;
      case PAID -> Price.PAID;
    };
  }

  private static Sort sort(Order order) {
    return switch (order) {
      case USE -> Sort.USE;
      case NAME -> Sort.NAME;
    };
  }

  private static Entry entry(TemplateRow row) {
    return new Entry(
        row.slug(),
        row.name(),
        row.versionName(),
        row.kind(),
        row.summary(),
        row.icon(),
        row.services().size(),
        row.priceMinor(),
        row.currency(),
        row.creator(),
        row.live(),
        State.of(row.status()));
  }

  @Override
  public Offer offer(Optional<Actor> actor, String slug) {
    Actor reader = actor.orElse(null);
    TemplateVersionRow row = templates.get(reader, slug);
    TemplateDetail detail = templates.detail(reader, slug, row.definition().version());
    return new Offer(
        row.definition(),
        row.services().stream().map(service -> new Image(service.name(), service.image())).toList(),
        row.creator(),
        row.own(),
        State.of(row.status()),
        detail.liveDeployments(),
        detail.releases().stream()
            .filter(release -> detail.versions().contains(release.version()))
            .map(TemplateMarket::release)
            .toList(),
        detail.resources(),
        templates.usual(row.template()));
  }

  private static Release release(ReleaseJson release) {
    Instant at = Objects.requireNonNullElse(release.publishedAt(), release.createdAt());
    return new Release(release.version(), State.of(release.status()), release.changelog(), at);
  }
}
