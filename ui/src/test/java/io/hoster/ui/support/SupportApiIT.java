package io.hoster.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.ui.rest.Api;
import io.hoster.ui.rest.Api.Answer;
import io.hoster.ui.rest.RestServer;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestServer
class SupportApiIT {

  private static final String ADMIN = "/api/v1/admin";
  private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

  @Autowired TestDatabase database;
  @LocalServerPort int port;
  private TestRows rows;
  private TenantId ada;
  private Api customer;
  private Api support;

  @BeforeEach
  void fill() {
    rows = new TestRows(database);
    rows.template("zz-ghost", Kind.WEB, "Zeitung");
    ada = new TenantId(database.tenant("Ada"));
    customer = Api.of(port, database, ada);
    support = staff("support");
  }

  private Api staff(String role) {
    TenantId own = new TenantId(database.tenant("Sam"));
    update(
        "insert into staff_role (user_id, role) select user_id, ? from tenant_member where tenant_id = ?",
        role,
        own.value());
    return Api.of(port, database, own);
  }

  private void update(String sql, Object... params) {
    database.worker().system(() -> database.jdbc().sql(sql).params(params).update());
  }

  private String one(String sql, Object... params) {
    return database
        .worker()
        .system(() -> database.jdbc().sql(sql).params(params).query(String.class).single());
  }

  /** An operation that waits for a person at {@code at}. */
  private OperationId waiting(OperationKind kind, Step at) {
    DeploymentId app = rows.deployment(ada, "app-" + System.nanoTime(), "zz-ghost", "failed");
    OperationId operation = rows.operation(ada, app, kind.name(), "waiting_for_person", NOW);
    int failing = kind.steps().indexOf(at);
    for (int i = 0; i < kind.steps().size(); i++) {
      String status = i < failing ? "done" : i == failing ? "failed" : "waiting";
      rows.step(ada, operation, i + 1, kind.steps().get(i).name(), status, NOW, null);
    }
    rows.failure(ada, operation, at.name(), "NOT_HEALTHY");
    return operation;
  }

  private String resolve(OperationId operation) {
    return ADMIN + "/operations/" + operation + "/resolve";
  }

  @Test
  void aCustomerFindsNothing() {
    OperationId operation = waiting(OperationKind.PROVISION, Step.PULL_IMAGES);
    for (String path :
        List.of(
            "/operations",
            "/operations/" + operation,
            "/attention",
            "/tenants",
            "/tenants/" + ada,
            "/tenants/" + ada + "/deployments",
            "/drift",
            "/users",
            "/audit")) {
      assertThat(customer.get(ADMIN + path).status()).as(path).isEqualTo(404);
    }
    assertThat(customer.post(resolve(operation), "{\"action\": \"retry\"}").status())
        .isEqualTo(404);
    assertThat(
            customer.post(ADMIN + "/tenants/" + ada + "/suspend", "{\"reason\": \"x\"}").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "support, /operations, 200",
    "support, /tenants, 200",
    "support, /drift, 403",
    "operator, /operations, 200",
    "operator, /drift, 200",
    "finance, /operations, 403",
    "finance, /tenants, 200",
    "finance, /drift, 403",
    "admin, /operations, 200",
    "admin, /drift, 200"
  })
  void eachRoleSeesItsPart(String role, String path, int status) {
    assertThat(staff(role).get(ADMIN + path).status()).isEqualTo(status);
  }

  @Test
  void attentionNamesStepReasonChoicesAndTheirEffects() {
    OperationId operation = waiting(OperationKind.PROVISION, Step.WAIT_UNTIL_HEALTHY);
    update(
        "insert into ledger (tenant_id, subject_id, operation_id, kind, object) select tenant_id, subject_id, id, 'port', '30012' from operation where id = ?",
        operation.value());
    Answer answer = support.get(ADMIN + "/attention?tenant=" + ada);
    assertThat(answer.at("/data")).hasSize(1);
    assertThat(answer.text("/data/0/step")).isEqualTo("Wait until healthy");
    assertThat(answer.text("/data/0/failure/code")).isEqualTo("NOT_HEALTHY");
    assertThat(answer.at("/data/0/failure/choices").toString())
        .isEqualTo("[\"retry\",\"skip\",\"rollback\"]");
    assertThat(answer.text("/data/0/failure/effects/2/effect"))
        .isEqualTo("Frees port 30012. The app is gone after that.");
    assertThat(answer.text("/data/0/workflow_id")).startsWith("deployment/dep_");
    assertThat(support.get(ADMIN + "/attention?tenant=nobody").at("/data")).isEmpty();
  }

  @Test
  void whatStandsForLongNeedsAttentionToo() {
    DeploymentId app = rows.deployment(ada, "stands", "zz-ghost", "starting");
    OperationId operation = rows.operation(ada, app, "PROVISION", "running", NOW);
    rows.step(ada, operation, 1, "PULL_IMAGES", "running", NOW, null);
    assertThat(support.get(ADMIN + "/attention?tenant=" + ada).text("/data/0/id"))
        .isEqualTo(operation.value());
  }

  @Test
  void twoWhoPressAtOnceGetOneEffectAndTheSecondReadsWhoWasFirst() {
    OperationId operation = waiting(OperationKind.PROVISION, Step.PULL_IMAGES);
    assertThat(support.post(resolve(operation), "{\"action\": \"retry\"}").status()).isEqualTo(202);
    Answer second = staff("support").post(resolve(operation), "{\"action\": \"rollback\"}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("invalid_state");
    assertThat(second.text("/detail")).startsWith("Sam (Hoster) did something here");
    assertThat(
            one(
                "select count(*)::text from command where subject_id = (select subject_id from operation where id = ?)",
                operation.value()))
        .isEqualTo("1");
    assertThat(
            one(
                "select actor_name || ' ' || action from audit where tenant_id = ? order by at desc limit 1",
                ada.value()))
        .isEqualTo("Sam (Hoster) deployment.retry");
  }

  @Test
  void onlyStaffSkipAndConfirmAndOnlyWhereTheStepAllowsIt() {
    OperationId healthy = waiting(OperationKind.PROVISION, Step.WAIT_UNTIL_HEALTHY);
    String app = one("select subject_id from operation where id = ?", healthy.value());
    Answer own = customer.post("/api/v1/deployments/" + app + "/resolve", "{\"action\": \"skip\"}");
    assertThat(own.status()).isEqualTo(403);
    assertThat(support.post(resolve(healthy), "{\"action\": \"confirm\"}").status())
        .as("a reason is needed")
        .isEqualTo(422);
    assertThat(
            support
                .post(resolve(healthy), "{\"action\": \"confirm\", \"reason\": \"seen\"}")
                .status())
        .isEqualTo(409);
    assertThat(support.post(resolve(healthy), "{\"action\": \"skip\"}").status()).isEqualTo(202);
    OperationId pull = waiting(OperationKind.PROVISION, Step.PULL_IMAGES);
    assertThat(support.post(resolve(pull), "{\"action\": \"skip\"}").status()).isEqualTo(409);
    OperationId stop = waiting(OperationKind.STOP, Step.STOP_CONTAINERS);
    assertThat(
            support
                .post(
                    resolve(stop), "{\"action\": \"confirm\", \"reason\": \"docker ps is empty\"}")
                .status())
        .isEqualTo(202);
  }

  @Test
  void ofManyEachIsTakenOrRefusedByItself() {
    OperationId good = waiting(OperationKind.PROVISION, Step.PULL_IMAGES);
    Answer answer =
        support.post(
            ADMIN + "/operations/resolve",
            "{\"operations\": [\"%s\", \"opr_none\"], \"action\": \"retry\"}".formatted(good));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/0/accepted").asBoolean()).isTrue();
    assertThat(answer.at("/data/1/accepted").asBoolean()).isFalse();
    assertThat(answer.text("/data/1/code")).isEqualTo("not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}",
        "{\"action\": \"eat\"}",
        "{\"action\": null}",
        "{\"action\": \"confirm\", \"reason\": \" \"}",
        "{\"action\": \"retry\", \"more\": 1}"
      })
  void badDecisionsAreRefused(String body) {
    OperationId operation = waiting(OperationKind.STOP, Step.STOP_CONTAINERS);
    assertThat(support.post(resolve(operation), body).status()).isEqualTo(422);
  }

  @Test
  void aSuspendedTenantReadsButDeploysNothing() {
    rows.deployment(ada, "kept", "zz-ghost", "running");
    String tenant = ADMIN + "/tenants/" + ada;
    assertThat(support.post(tenant + "/suspend", "{}").status()).isEqualTo(422);
    Answer suspended = support.post(tenant + "/suspend", "{\"reason\": \"Unpaid.\"}");
    assertThat(suspended.status()).as(suspended.toString()).isEqualTo(202);
    assertThat(support.post(tenant + "/suspend", "{\"reason\": \"Unpaid.\"}").status())
        .isEqualTo(409);
    Answer refused =
        customer.post("/api/v1/deployments", "{\"template\": \"zz-ghost\", \"name\": \"new-one\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("tenant_suspended");
    assertThat(refused.text("/detail")).contains("Unpaid.");
    assertThat(customer.get("/api/v1/deployments").at("/data")).hasSize(1);
    assertThat(support.post(tenant + "/resume", "").status()).isEqualTo(202);
    assertThat(
            customer
                .post("/api/v1/deployments", "{\"template\": \"zz-ghost\", \"name\": \"new-one\"}")
                .status())
        .isEqualTo(202);
  }

  @Test
  void driftIsDecidedOnceAndOnlyAsItsKindAllows() {
    update(
        "insert into node (id, name, origin, status) values ('nod_local', 'local', 'local', 'ready') on conflict do nothing");
    update(
        "insert into drift (id, node_id, kind, object, object_id, wanted, found, sightings) values ('dri_1', 'nod_local', 'CONTAINER_UNKNOWN', 'hoster-x-1', 'c1', 'no row knows it', 'is there', 2)");
    Api operator = staff("operator");
    assertThat(operator.get(ADMIN + "/drift").text("/data/0/kind")).isEqualTo("container_unknown");
    assertThat(operator.post(ADMIN + "/drift/dri_1/recreate", "").status()).isEqualTo(422);
    assertThat(operator.post(ADMIN + "/drift/dri_1/eat", "").status()).isEqualTo(404);
    assertThat(operator.post(ADMIN + "/drift/dri_1/remove", "").status()).isEqualTo(200);
    assertThat(operator.post(ADMIN + "/drift/dri_1/leave", "").status()).isEqualTo(409);
    assertThat(operator.post(ADMIN + "/drift/dri_none/leave", "").status()).isEqualTo(404);
  }
}
