package io.hoster.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.tenant.TenantId;
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

  @Test
  void aTenantsDraftIsItsOwnOnly() {
    rows.ownTemplate(ada, "my-draft-x1y2", "draft");
    assertThat(database.web().tenant(ada, () -> queries.bySlug(ada, "my-draft-x1y2"))).isPresent();
    assertThat(database.web().tenant(bob, () -> queries.bySlug(bob, "my-draft-x1y2"))).isEmpty();
    assertThat(database.web().system(() -> queries.bySlug(bob, "my-draft-x1y2"))).isEmpty();
    assertThat(database.web().system(() -> queries.bySlug(null, "my-draft-x1y2"))).isEmpty();
    assertThat(database.web().tenant(bob, () -> queries.releases(bob, "my-draft-x1y2"))).isEmpty();
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
    assertThat(database.web().tenant(ada, () -> queries.releases(ada, "ghost")))
        .extracting(ReleaseRow::version, ReleaseRow::status)
        .containsExactly(tuple("1.0.0", "published"));
  }

  @Test
  void countsLiveDeploymentsOfAllTenants() {
    rows.deployment(ada, "one", "ghost", "running");
    rows.deployment(bob, "two", "ghost", "stopped");
    String ghost =
        database.web().tenant(ada, () -> queries.bySlug(ada, "ghost")).orElseThrow().template();
    assertThat(database.web().tenant(ada, () -> queries.live(ghost))).isEqualTo(2);
    assertThat(database.web().tenant(ada, () -> queries.live("tpl_0"))).isZero();
  }
}
