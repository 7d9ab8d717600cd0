package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateQueries.After;
import io.hoster.store.catalog.TemplateQueries.Filter;
import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The marketplace as the pages show it. */
@WebRole
@Service
class TemplateMarket implements Marketplace {

  /** More than the catalog will hold for long; then the page needs to be read in stretches. */
  private static final int MOST = 500;

  private final TemplateService templates;

  TemplateMarket(TemplateService templates) {
    this.templates = templates;
  }

  @Override
  public List<Entry> search(Optional<Actor> actor, String text) {
    return templates
        .list(actor.orElse(null), new Filter(text, null, null), After.NOTHING, MOST)
        .stream()
        .map(TemplateMarket::entry)
        .toList();
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
        row.currency());
  }

  @Override
  public Offer offer(Optional<Actor> actor, String slug) {
    TemplateVersionRow row = templates.get(actor.orElse(null), slug);
    return new Offer(
        row.definition(),
        row.services().stream()
            .map(service -> new Image(service.name(), service.image()))
            .toList());
  }
}
