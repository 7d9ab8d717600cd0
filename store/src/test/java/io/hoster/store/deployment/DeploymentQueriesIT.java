package io.hoster.store.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.deployment.DeploymentQueries.After;
import io.hoster.store.deployment.DeploymentQueries.AfterEvent;
import io.hoster.store.deployment.DeploymentQueries.Filter;
import io.hoster.store.operation.OperationQueries;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentQueriesIT {

  private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final DeploymentQueries queries =
      new DeploymentQueries(database.jdbc(), new OperationQueries(database.jdbc()));
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));

  @BeforeEach
  void fill() {
    rows.template("ghost", Kind.WEB, "Blogs");
    rows.template("postgres", Kind.DATABASE, "Databases");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<DeploymentRow> list(TenantId tenant, Filter filter) {
    return database.web().tenant(tenant, () -> queries.list(tenant, filter, After.NOTHING, 50));
  }

  private List<String> names(Filter filter) {
    return list(ada, filter).stream().map(DeploymentRow::name).toList();
  }

  @Test
  void listsNewestFirst() {
    rows.deployment(ada, "one", "ghost", "running");
    rows.deployment(ada, "two", "ghost", "stopped");
    assertThat(names(Filter.ALL)).containsExactly("two", "one");
  }

  @Test
  void narrowsByStatusTextAndKind() {
    rows.deployment(ada, "blog", "ghost", "running");
    rows.deployment(ada, "data", "postgres", "failed");
    assertThat(names(new Filter(Set.of("failed", "stopped"), "", ""))).containsExactly("data");
    assertThat(names(new Filter(Set.of(), "LOG", ""))).containsExactly("blog");
    assertThat(names(new Filter(Set.of(), "postgres", ""))).containsExactly("data");
    assertThat(names(new Filter(Set.of(), "%", ""))).isEmpty();
    assertThat(names(new Filter(Set.of(), "", "web"))).containsExactly("blog");
    assertThat(names(new Filter(Set.of("running"), "", "database"))).isEmpty();
  }

  @Test
  void goesOnAfterThePageBefore() {
    for (String name : List.of("aaa", "bbb", "ccc")) {
      rows.deployment(ada, name, "ghost", "running");
    }
    List<DeploymentRow> first =
        database.web().tenant(ada, () -> queries.list(ada, Filter.ALL, After.NOTHING, 2));
    List<DeploymentRow> second =
        database
            .web()
            .tenant(ada, () -> queries.list(ada, Filter.ALL, After.of(first.getLast()), 2));
    assertThat(first).extracting(DeploymentRow::name).containsExactly("ccc", "bbb");
    assertThat(second).extracting(DeploymentRow::name).containsExactly("aaa");
  }

  @Test
  void aForeignTenantSeesNothing() {
    DeploymentId id = rows.deployment(ada, "blog", "ghost", "running");
    rows.service(ada, id, "web");
    rows.event(ada, id, "Started", NOW);
    rows.credential(ada, id, "User", "admin");
    assertThat(list(bob, Filter.ALL)).isEmpty();
    for (boolean locked : new boolean[] {true, false}) {
      assertThat(asBob(locked, () -> queries.list(bob, Filter.ALL, After.NOTHING, 9))).isEmpty();
      assertThat(asBob(locked, () -> queries.find(bob, id))).isEmpty();
      assertThat(asBob(locked, () -> queries.exists(bob, id))).isFalse();
      assertThat(asBob(locked, () -> queries.events(bob, id, AfterEvent.NOTHING, 9))).isEmpty();
      assertThat(asBob(locked, () -> queries.credentials(bob, id))).isEmpty();
      assertThat(asBob(locked, () -> queries.revision(bob, id))).isEmpty();
      assertThat(asBob(locked, () -> queries.countByStatus(bob))).isEmpty();
    }
  }

  /** With the second lock, and without it: each must hold alone. */
  private <T> T asBob(boolean locked, java.util.function.Supplier<T> work) {
    return locked ? database.web().tenant(bob, work) : database.web().system(work);
  }

  @Test
  void whatIsGoneIsNotThere() {
    DeploymentId id = rows.deployment(ada, "blog", "ghost", "deleting");
    database
        .worker()
        .system(() -> {
          database.jdbc().sql("update deployment set deleted_at = now()").update();
        });
    assertThat(database.web().tenant(ada, () -> queries.find(ada, id))).isEmpty();
    assertThat(list(ada, Filter.ALL)).isEmpty();
  }

  @Test
  void readsAllThatThePageShows() {
    DeploymentId id = rows.deployment(ada, "blog", "ghost", "failed");
    rows.service(ada, id, "web");
    rows.port(ada, id, "cache", 6379, 30011);
    rows.port(ada, id, "web", 80, 30012);
    OperationId old = rows.operation(ada, id, "PROVISION", "succeeded", NOW.minusSeconds(60));
    OperationId last = rows.operation(ada, id, "REDEPLOY", "waiting_for_person", NOW);
    rows.step(ada, old, 1, "CHECK_LIMITS", "done", NOW, NOW);
    rows.step(ada, last, 1, "CHECK_LIMITS", "done", NOW, NOW.plusMillis(250));
    rows.step(ada, last, 2, "PULL_IMAGES", "failed", NOW, null);
    rows.step(ada, last, 3, "SEND_EMAIL", "waiting", null, null);
    rows.failure(ada, last, "PULL_IMAGES", "IMAGE_MISSING");

    DeploymentRow found = database.web().tenant(ada, () -> queries.find(ada, id)).orElseThrow();

    assertThat(found.template()).isEqualTo("ghost");
    assertThat(found.templateVersion()).isEqualTo("1.0.0");
    assertThat(found.entry()).isEqualTo(new Entry("web", 80));
    assertThat(found.services()).extracting(ServiceRow::name).containsExactly("web");
    assertThat(found.directPort()).contains(new PortRow("web", 80, 30012));
    assertThat(found.operation().id()).isEqualTo(last);
    assertThat(found.operation().steps()).hasSize(3);
    assertThat(found.operation().current().orElseThrow().name()).isEqualTo("PULL_IMAGES");
    assertThat(found.operation().failure().code()).isEqualTo("IMAGE_MISSING");
    assertThat(found.operation().failure().since()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(list(ada, Filter.ALL)).containsExactly(found);
  }

  @Test
  void eventsComeNewestFirstPageByPage() {
    DeploymentId id = rows.deployment(ada, "blog", "ghost", "running");
    for (int i = 0; i < 3; i++) {
      rows.event(ada, id, "event " + i, NOW.plusSeconds(i));
    }
    List<EventRow> first =
        database.web().tenant(ada, () -> queries.events(ada, id, AfterEvent.NOTHING, 2));
    List<EventRow> second =
        database
            .web()
            .tenant(ada, () -> queries.events(ada, id, AfterEvent.of(first.getLast()), 2));
    assertThat(first).extracting(EventRow::message).containsExactly("event 2", "event 1");
    assertThat(second).extracting(EventRow::message).containsExactly("event 0");
  }

  @Test
  void credentialsKeepTheirOrder() {
    DeploymentId id = rows.deployment(ada, "blog", "ghost", "running");
    rows.credential(ada, id, "User", "admin");
    rows.credential(ada, id, "Address", "http://x");
    assertThat(database.web().tenant(ada, () -> queries.credentials(ada, id)))
        .extracting(CredentialRow::name)
        .containsExactly("User", "Address");
  }

  @Test
  void theWishNamesSecretsWithoutTheirValues() {
    DeploymentId id = rows.deployment(ada, "blog", "ghost", "running");
    RevisionRow wish = database.web().tenant(ada, () -> queries.revision(ada, id)).orElseThrow();
    assertThat(wish.variables()).isEqualTo(Map.of("TITLE", "Hello"));
    assertThat(wish.secretVariables()).containsExactly("PASSWORD");
    assertThat(wish.environment()).isEqualTo(Map.of("TZ", "UTC"));
  }

  @Test
  void countsByStatus() {
    rows.deployment(ada, "one", "ghost", "running");
    rows.deployment(ada, "two", "ghost", "running");
    rows.deployment(bob, "three", "ghost", "failed");
    assertThat(database.web().tenant(ada, () -> queries.countByStatus(ada)))
        .isEqualTo(Map.of("running", 2));
    assertThat(database.web().system(queries::countAllByStatus))
        .isEqualTo(Map.of("running", 2, "failed", 1));
  }
}
