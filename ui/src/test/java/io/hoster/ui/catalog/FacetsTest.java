package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.catalog.FacetRow;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Price;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacetsTest {

  private static final List<FacetRow> ROWS =
      List.of(
          new FacetRow(Kind.WEB, "Blogs", false, 3),
          new FacetRow(Kind.WEB, "Wikis", true, 2),
          new FacetRow(Kind.DATABASE, "Data", false, 4));

  @Test
  void countsAllWithoutAChoice() {
    Facets facets = Facets.of(ROWS, Filter.ALL);
    assertThat(facets.total()).isEqualTo(9);
    assertThat(facets.kinds()).containsExactly(Map.entry("database", 4), Map.entry("web", 5));
    assertThat(facets.prices()).containsExactly(Map.entry("free", 7), Map.entry("paid", 2));
  }

  @Test
  void aChoiceCountsForTheOthersAndNotForItself() {
    Facets facets = Facets.of(ROWS, new Filter("", Kind.WEB, "blogs", Price.FREE));
    assertThat(facets.total()).isEqualTo(3);
    assertThat(facets.kinds()).containsExactly(Map.entry("web", 3));
    assertThat(facets.categories()).containsExactly(Map.entry("Blogs", 3));
    assertThat(facets.prices()).containsExactly(Map.entry("free", 3));
  }
}
