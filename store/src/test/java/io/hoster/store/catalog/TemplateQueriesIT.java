package io.hoster.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.catalog.TemplateQueries.After;
import io.hoster.store.catalog.TemplateQueries.Filter;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateQueriesIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final TemplateQueries queries = new TemplateQueries(database.jdbc());
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

  private List<String> slugs(TenantId tenant, Filter filter) {
    return database
        .web()
        .tenant(tenant, () -> queries.search(tenant, filter, After.NOTHING, 50))
        .stream()
        .map(TemplateRow::slug)
        .toList();
  }

  @Test
  void listsWhatIsPublishedByName() {
    assertThat(slugs(ada, Filter.ALL)).containsExactly("ghost", "node-api", "postgres");
  }

  @Test
  void findsByTextKindAndCategory() {
    assertThat(slugs(ada, new Filter("POST", null, null))).containsExactly("postgres");
    assertThat(slugs(ada, new Filter("", Kind.API, null))).containsExactly("node-api");
    assertThat(slugs(ada, new Filter("", null, "blogs"))).containsExactly("ghost");
    assertThat(slugs(ada, new Filter("post", Kind.API, null))).isEmpty();
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(slugs(ada, new Filter("%", null, null))).isEmpty();
    assertThat(slugs(ada, new Filter("_", null, null))).containsExactly("node-api");
    assertThat(slugs(ada, new Filter("\\", null, null))).isEmpty();
  }

  @Test
  void goesOnAfterThePageBefore() {
    List<TemplateRow> first =
        database.web().tenant(ada, () -> queries.search(ada, Filter.ALL, After.NOTHING, 2));
    List<TemplateRow> second =
        database
            .web()
            .tenant(ada, () -> queries.search(ada, Filter.ALL, After.of(first.getLast()), 2));
    assertThat(first).extracting(TemplateRow::slug).containsExactly("ghost", "node-api");
    assertThat(second).extracting(TemplateRow::slug).containsExactly("postgres");
  }

  @Test
  void aTenantsDraftIsItsOwnOnly() {
    rows.ownTemplate(ada, "my-draft-x1y2", "draft");
    assertThat(slugs(ada, Filter.ALL)).contains("my-draft-x1y2");
    assertThat(slugs(bob, Filter.ALL)).doesNotContain("my-draft-x1y2");
    assertThat(database.web().tenant(ada, () -> queries.bySlug(ada, "my-draft-x1y2"))).isPresent();
    assertThat(database.web().tenant(bob, () -> queries.bySlug(bob, "my-draft-x1y2"))).isEmpty();
    assertThat(database.web().system(() -> queries.bySlug(bob, "my-draft-x1y2"))).isEmpty();
    assertThat(database.web().system(() -> queries.bySlug(null, "my-draft-x1y2"))).isEmpty();
    assertThat(database.web().system(() -> queries.search(null, Filter.ALL, After.NOTHING, 50)))
        .extracting(TemplateRow::slug)
        .doesNotContain("my-draft-x1y2");
  }

  @Test
  void readsAVersionAsItWasStored() {
    TemplateVersionRow found =
        database.web().tenant(ada, () -> queries.bySlug(ada, "ghost")).orElseThrow();
    TemplateDefinition stored = TestRows.definition("ghost", "1.0.0", Kind.WEB, "Blogs");
    assertThat(found.definition()).isEqualTo(stored);
    assertThat(found.services()).containsExactly(new ServiceImage("web", "nginx:1"));
    assertThat(database.web().tenant(ada, () -> queries.byVersion(ada, found.id())))
        .contains(found);
    assertThat(database.web().tenant(ada, () -> queries.bySlugAndVersion(ada, "ghost", "1.0.0")))
        .contains(found);
    assertThat(database.web().tenant(ada, () -> queries.bySlugAndVersion(ada, "ghost", "2")))
        .isEmpty();
    assertThat(database.web().tenant(ada, () -> queries.versions(ada, "ghost")))
        .containsExactly("1.0.0");
  }

  @Test
  void countsLiveDeploymentsOfAllTenants() {
    rows.deployment(ada, "one", "ghost", "running");
    rows.deployment(bob, "two", "ghost", "stopped");
    String ghost =
        database.web().tenant(ada, () -> queries.bySlug(ada, "ghost")).orElseThrow().template();
    assertThat(database.web().system(queries::liveDeployments)).containsOnly(entry(ghost, 2));
  }

  private static java.util.Map.Entry<String, Integer> entry(String key, int value) {
    return java.util.Map.entry(key, value);
  }
}
