package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of templates.
 *
 * @param nextCursor leads to the next part; null: this is the last one
 */
public record TemplatePage(List<TemplateSummary> data, @Nullable String nextCursor, Facets facets) {

  /**
   * Cuts rows into a page.
   *
   * @param rows up to {@code limit + 1} rows: one more says that there are more
   */
  static TemplatePage of(List<TemplateRow> rows, int limit, Facets facets) {
    List<TemplateRow> kept = rows.size() > limit ? rows.subList(0, limit) : rows;
    return new TemplatePage(
        kept.stream().map(TemplateSummary::of).toList(),
        rows.size() > limit ? TemplateCursor.after(kept.getLast()) : null,
        facets);
  }
}
