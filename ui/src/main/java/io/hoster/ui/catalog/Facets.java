package io.hoster.ui.catalog;

import io.hoster.store.catalog.FacetRow;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Price;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How many templates a search finds, and how many it would find with each kind, category or price,
 * the other choices as they are.
 */
public record Facets(
    int total,
    SortedMap<String, Integer> kinds,
    SortedMap<String, Integer> categories,
    SortedMap<String, Integer> prices) {

  /** Counts what matches the filter's text. */
  static Facets of(List<FacetRow> rows, Filter filter) {
    Predicate<FacetRow> kind = row -> filter.kind() == null || row.kind() == filter.kind();
    String wanted = filter.category();
    Predicate<FacetRow> category = row -> wanted == null || row.category().equalsIgnoreCase(wanted);
    Predicate<FacetRow> price =
        row -> filter.price() == null || row.paid() == (filter.price() == Price.PAID);
    return new Facets(
        rows.stream().filter(kind.and(category).and(price)).mapToInt(FacetRow::count).sum(),
        counted(rows, category.and(price), row -> row.kind().name().toLowerCase(Locale.ROOT)),
        counted(rows, kind.and(price), FacetRow::category),
        counted(rows, kind.and(category), row -> row.paid() ? "paid" : "free"));
  }

  private static SortedMap<String, Integer> counted(
      List<FacetRow> rows, Predicate<FacetRow> matching, Function<FacetRow, String> word) {
    SortedMap<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    rows.stream()
        .filter(matching)
        .forEach(row -> counts.merge(word.apply(row), row.count(), Integer::sum));
    return counts;
  }
}
