package io.hoster.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.catalog.TemplateSearchQueries.After;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Price;
import io.hoster.store.catalog.TemplateSearchQueries.Sort;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateSearchQueriesIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final TemplateSearchQueries queries = new TemplateSearchQueries(database.jdbc());
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));

  @BeforeEach
  void fill() {
    rows.template("postgres", Kind.DATABASE, "Databases");
    rows.template("ghost", Kind.WEB, "Blogs");
    rows.template("node-api", Kind.API, "Starter_kits");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<TemplateRow> found(TenantId tenant, Filter filter, Sort sort) {
    return database
        .web()
        .tenant(tenant, () -> queries.search(tenant, filter, sort, After.NOTHING, 50));
  }

  private List<String> slugs(TenantId tenant, Filter filter) {
    return found(tenant, filter, Sort.NAME).stream().map(TemplateRow::slug).toList();
  }

  private static Filter text(String text) {
    return new Filter(text, null, null, null);
  }

  @Test
  void listsWhatIsPublishedByName() {
    assertThat(slugs(ada, Filter.ALL)).containsExactly("ghost", "node-api", "postgres");
  }

  @Test
  void findsByTextKindCategoryAndPrice() {
    assertThat(slugs(ada, text("POST"))).containsExactly("postgres");
    assertThat(slugs(ada, new Filter("", Kind.API, null, null))).containsExactly("node-api");
    assertThat(slugs(ada, new Filter("", null, "blogs", null))).containsExactly("ghost");
    assertThat(slugs(ada, new Filter("post", Kind.API, null, null))).isEmpty();
    assertThat(slugs(ada, new Filter("", null, null, Price.PAID))).hasSize(3);
    assertThat(slugs(ada, new Filter("", null, null, Price.FREE))).isEmpty();
  }

  @Test
  void everyWordIsToBeFound() {
    assertThat(slugs(ada, text("says  databases"))).containsExactly("postgres");
    assertThat(slugs(ada, text("databases blogs"))).isEmpty();
    assertThat(slugs(ada, text("a ".repeat(1000)))).hasSize(3);
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(slugs(ada, text("%"))).isEmpty();
    assertThat(slugs(ada, text("_"))).containsExactly("node-api");
    assertThat(slugs(ada, text("\\"))).isEmpty();
  }

  @Test
  void pagesFollowEachOtherInBothOrders() {
    rows.deployment(bob, "one", "postgres", "running");
    for (Sort sort : Sort.values()) {
      List<String> all = new ArrayList<>();
      After after = After.NOTHING;
      for (int page = 0; page < 3; page++) {
        After from = after;
        TemplateRow row =
            database
                .web()
                .tenant(ada, () -> queries.search(ada, Filter.ALL, sort, from, 1))
                .getFirst();
        all.add(row.slug());
        after = After.of(row);
      }
      assertThat(all)
          .isEqualTo(found(ada, Filter.ALL, sort).stream().map(TemplateRow::slug).toList());
    }
  }

  @Test
  void sortsByUseOfAllTenants() {
    rows.deployment(bob, "one", "postgres", "running");
    rows.deployment(bob, "two", "postgres", "stopped");
    rows.deployment(ada, "three", "node-api", "running");
    assertThat(found(ada, Filter.ALL, Sort.USE))
        .extracting(TemplateRow::slug, TemplateRow::live)
        .containsExactly(tuple("postgres", 2), tuple("node-api", 1), tuple("ghost", 0));
  }

  @Test
  void countsByKindCategoryAndPrice() {
    rows.template("mysql", Kind.DATABASE, "databases");
    assertThat(database.web().tenant(ada, () -> queries.facets(ada, "")))
        .extracting(FacetRow::kind, FacetRow::category, FacetRow::paid, FacetRow::count)
        .containsExactlyInAnyOrder(
            tuple(Kind.DATABASE, "Databases", true, 2),
            tuple(Kind.WEB, "Blogs", true, 1),
            tuple(Kind.API, "Starter_kits", true, 1));
    assertThat(database.web().tenant(ada, () -> queries.facets(ada, "ghost"))).hasSize(1);
  }

  @Test
  void listsTheOwnOnesInEveryState() {
    rows.ownTemplate(ada, "my-draft-x1y2", "draft");
    rows.ownTemplate(ada, "my-old-x1y2", "withdrawn");
    rows.ownTemplate(bob, "bobs-x1y2", "draft");
    assertThat(database.web().tenant(ada, () -> queries.own(ada, 50)))
        .extracting(TemplateRow::slug, TemplateRow::status)
        .containsExactly(tuple("my-draft-x1y2", "draft"), tuple("my-old-x1y2", "withdrawn"));
  }

  @Test
  void aTenantsDraftIsItsOwnOnly() {
    rows.ownTemplate(ada, "my-draft-x1y2", "draft");
    assertThat(slugs(ada, Filter.ALL)).contains("my-draft-x1y2");
    assertThat(slugs(bob, Filter.ALL)).doesNotContain("my-draft-x1y2");
    assertThat(
            database
                .web()
                .system(() -> queries.search(null, Filter.ALL, Sort.NAME, After.NOTHING, 50)))
        .extracting(TemplateRow::slug, TemplateRow::own)
        .containsExactly(tuple("ghost", false), tuple("node-api", false), tuple("postgres", false));
  }
}
