package io.hoster.store.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.notice.AlertStore.Alert;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertStoreIT {

  private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:00:00Z");
  private static final List<String> ASKING = List.of("CONTAINER_UNKNOWN");

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final AlertStore alerts = new AlertStore(database.jdbc());
  private DeploymentId app;

  @BeforeEach
  void fill() {
    rows.template("blog", Kind.WEB, "Tools");
    app = rows.deployment(ada, "my-blog", "blog", "failed");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Alert> look() {
    return database.worker().system(() -> alerts.look(Duration.ofMinutes(10), ASKING));
  }

  private void update(String sql, Object... params) {
    database.worker().system(() -> database.jdbc().sql(sql).params(params).update());
  }

  @Test
  void whatWaitsIsToldOnceAndOnceMoreWhenItIsOver() {
    OperationId operation =
        rows.operation(ada, app, "PROVISION", "waiting_for_person", Instant.now());
    rows.failure(ada, operation, "PULL_IMAGES", "IMAGE_MISSING");
    assertThat(look())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.title()).isEqualTo("my-blog needs attention");
          assertThat(alert.message()).isEqualTo("The image is not there.");
          assertThat(alert.tenant()).isEqualTo(ada.value());
          assertThat(alert.page()).isEqualTo("/deployments/" + app + "/timeline");
          assertThat(alert.over()).isFalse();
        });
    assertThat(look()).isEmpty();
    update("update operation set status = 'running' where id = ?", operation.value());
    assertThat(look()).singleElement().satisfies(alert -> assertThat(alert.over()).isTrue());
    assertThat(look()).isEmpty();
    update("update operation set status = 'waiting_for_person' where id = ?", operation.value());
    assertThat(look()).as("another failure is another alert").hasSize(1);
  }

  @Test
  void aStepThatStandsIsToldToStaffAlone() {
    OperationId operation = rows.operation(ada, app, "PROVISION", "running", LONG_AGO);
    rows.step(ada, operation, 1, "PULL_IMAGES", "running", LONG_AGO, null);
    assertThat(look())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.kind()).isEqualTo("step_stands");
          assertThat(alert.tenant()).isNull();
        });
  }

  @Test
  void aCommandThatNobodyTookAndDriftThatAsksAreTold() {
    update(
        """
        insert into command (id, tenant_id, subject_kind, subject_id, kind, actor_name, created_at)
        values ('cmd_1', ?, 'deployment', ?, 'STOP', 'Ada', '2026-01-02')
        """,
        ada.value(),
        app.value());
    update("insert into node (id, name, origin, status) values ('nod_1', 'one', 'local', 'ready')");
    for (String kind : List.of("CONTAINER_UNKNOWN", "CONTAINER_STOPPED")) {
      update(
          "insert into drift (id, node_id, kind, object, wanted, found, sightings) values (?, 'nod_1', ?, 'x', 'a', 'b', 2)",
          "dri_" + kind,
          kind);
    }
    assertThat(look())
        .extracting(Alert::kind)
        .containsExactlyInAnyOrder("command_stands", "drift_asks");
    update("update drift set decision = 'leave', decided_at = now(), decided_by = 'Sam'");
    assertThat(look()).extracting(Alert::kind).containsExactly("drift_asks");
  }

  @Test
  void theWebhookTakesBeginningAndEndInTheirOrder() {
    OperationId operation =
        rows.operation(ada, app, "PROVISION", "waiting_for_person", Instant.now());
    look();
    update("update operation set status = 'running' where id = ?", operation.value());
    look();
    Alert first = due().orElseThrow();
    assertThat(first.over()).isFalse();
    assertThat(due()).as("another worker does not get it meanwhile").isEmpty();
    database.worker().system(() -> alerts.hookTook(first));
    Alert second = due().orElseThrow();
    assertThat(second.over()).isTrue();
    database.worker().system(() -> alerts.hookFailed(second));
    assertThat(due()).as("it is asked again later").isEmpty();
    update("update alert set hook_next_try_at = now()");
    Alert again = due().orElseThrow();
    database.worker().system(() -> alerts.hookTook(again));
    assertThat(due()).isEmpty();
  }

  private Optional<Alert> due() {
    return database.worker().system(alerts::claimForHook);
  }
}
