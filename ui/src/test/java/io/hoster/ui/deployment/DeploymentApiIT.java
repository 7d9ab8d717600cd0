package io.hoster.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.ui.rest.Api;
import io.hoster.ui.rest.Api.Answer;
import io.hoster.ui.rest.FakeWorker;
import io.hoster.ui.rest.RestServer;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RestServer
class DeploymentApiIT {

  private static final String ALL = "/api/v1/deployments";
  private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

  @Autowired TestDatabase database;
  @Autowired FakeWorker worker;
  @LocalServerPort int port;
  private TestRows rows;
  private TenantId ada;
  private Api api;
  private Api bob;

  @BeforeEach
  void fill() {
    rows = new TestRows(database);
    rows.template("zz-ghost", Kind.WEB, "Zeitung");
    ada = new TenantId(database.tenant("Ada"));
    api = Api.of(port, database, ada);
    bob = Api.of(port, database, new TenantId(database.tenant("Bob")));
  }

  private DeploymentId deployment(String name, String status) {
    return rows.deployment(ada, name, "zz-ghost", status);
  }

  private static void is(int status, String code, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void nobodyIsAskedToSignIn() {
    Api nobody = Api.anonymous(port);
    is(401, "unauthenticated", nobody.get(ALL));
    is(401, "unauthenticated", nobody.get(ALL + "/dep_1/credentials"));
  }

  @Test
  void aDeployIsAcceptedAndPending() {
    Answer answer =
        api.post(
            ALL,
            """
            {"template": "static-site", "name": "my-site", "variables": {}, "environment": {"N": 1}}
            """);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    assertThat(answer.text("/status")).isEqualTo("pending");
    assertThat(answer.text("/template")).isEqualTo("static-site");
    assertThat(answer.text("/name")).isEqualTo("my-site");
    assertThat(answer.text("/url")).matches("http://my-site[a-z0-9-]*\\.apps\\.localhost:8080");
    assertThat(answer.header("Location")).hasValue(ALL + "/" + answer.text("/id"));
    Answer again = api.get(ALL + "/" + answer.text("/id"));
    assertThat(again.status()).isEqualTo(200);
    is(409, "name_taken", api.post(ALL, "{\"template\": \"static-site\", \"name\": \"my-site\"}"));
    is(404, "not_found", bob.get(ALL + "/" + answer.text("/id")));
  }

  @Test
  void aFullPlanSaysSo() {
    for (String name : List.of("one", "two", "three")) {
      deployment(name, "running");
    }
    Answer answer = api.post(ALL, "{\"template\": \"zz-ghost\", \"name\": \"four\"}");
    is(403, "plan_limit", answer);
    assertThat(answer.text("/detail"))
        .isEqualTo("Deployment limit reached (3/3). Upgrade your plan.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/template",
        "{\"template\": \"zz-ghost\"}|/name",
        "{\"template\": \"nothing\", \"name\": \"good-name\"}|/template",
        "{\"template\": \"zz-ghost\", \"name\": \"Bad_Name\"}|/name",
        "{\"template\": \"zz-ghost\", \"name\": \"ab\"}|/name",
        "{\"template\": \"zz-ghost\", \"name\": \"-abc\"}|/name",
        "{\"template\": \"zz-ghost\", \"name\": \"good-name\", \"node_id\": \"nod_x\"}|/node_id",
        "{\"template\": \"zz-ghost\", \"name\": \"good-name\", \"domain\": \"a.b\"}|/domain",
        "{\"template\": \"zz-ghost\", \"name\": \"good-name\", \"variables\": {\"TITLE\": {}}}|/variables/TITLE",
        "{\"template\": \"zz-ghost\", \"name\": \"good-name\", \"variables\": {\"NO\": \"x\"}}|/variables/NO",
        "{\"template\": \"zz-ghost\", \"name\": \"good-name\", \"bogus\": 1}|/bogus"
      })
  void aWrongDeployNamesTheField(String json, String pointer) {
    Answer answer = api.post(ALL, json);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
  }

  @Test
  void aListIsNarrowedAndPaged() {
    deployment("aaa-first", "running");
    deployment("bbb", "failed");
    deployment("ccc", "running");
    assertThat(names(api.get(ALL))).containsExactly("ccc", "bbb", "aaa-first");
    assertThat(names(api.get(ALL + "?status=failed,stopped"))).containsExactly("bbb");
    assertThat(names(api.get(ALL + "?q=AA-FIRST"))).containsExactly("aaa-first");
    assertThat(names(api.get(ALL + "?kind=database"))).isEmpty();
    Answer first = api.get(ALL + "?limit=2");
    Answer second = api.get(ALL + "?limit=2&cursor=" + first.text("/next_cursor"));
    assertThat(names(first)).containsExactly("ccc", "bbb");
    assertThat(names(second)).containsExactly("aaa-first");
    assertThat(names(bob.get(ALL))).isEmpty();
  }

  private static List<String> names(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.at("/data").valueStream().map(d -> d.path("name").asString()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?status=sleeping", "?kind=boat", "?limit=0", "?cursor=x", "?limit=99999999999"})
  void aWrongListIsRefused(String query) {
    is(422, "invalid", api.get(ALL + query));
  }

  @Test
  void aFailedOneSaysWhatAndWhatNow() {
    DeploymentId id = deployment("blog", "failed");
    rows.service(ada, id, "web");
    rows.port(ada, id, "web", 80, 30_000 + (int) (System.nanoTime() % 9_999));
    OperationId operation = rows.operation(ada, id, "PROVISION", "waiting_for_person", NOW);
    rows.step(ada, operation, 1, "CHECK_LIMITS", "done", NOW, NOW.plusMillis(100));
    rows.step(ada, operation, 2, "PULL_IMAGES", "failed", NOW, null);
    rows.step(ada, operation, 3, "SEND_EMAIL", "waiting", null, null);
    rows.failure(ada, operation, "PULL_IMAGES", "IMAGE_MISSING");
    Answer answer = api.get(ALL + "/" + id);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("/status_reason"))
        .isEqualTo(
            "Step 2 of 3 failed: Pull images. The image is not there. Try again, or roll back.");
    assertThat(answer.text("/failure/step")).isEqualTo("Pull images");
    assertThat(answer.text("/failure/code")).isEqualTo("IMAGE_MISSING");
    assertThat(answer.text("/failure/choices/0")).isEqualTo("retry");
    assertThat(answer.text("/failure/choices/1")).isEqualTo("rollback");
    assertThat(answer.text("/failure/since")).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(answer.text("/step")).isEqualTo("Pull images");
    assertThat(answer.text("/steps/0/name")).isEqualTo("Check limits");
    assertThat(answer.text("/steps/1/status")).isEqualTo("failed");
    assertThat(answer.at("/steps/1/attempt_limit").asInt()).isEqualTo(5);
    assertThat(answer.text("/services/0/state")).isEqualTo("running");
    assertThat(answer.text("/direct_address")).matches("127\\.0\\.0\\.1:3\\d{4}");
    assertThat(answer.text("/url")).isEqualTo("http://" + id + ".apps.localhost:8080");
    assertThat(answer.text("/operation/kind")).isEqualTo("provision");
  }

  @ParameterizedTest
  @CsvSource({
    "running, stop, 202",
    "running, restart, 202",
    "stopped, start, 202",
    "running, start, 409",
    "running, cancel, 409",
    "stopped, stop, 409",
    "pending, restart, 409",
    "running, rollback, 409"
  })
  void aCommandIsAcceptedWhereItIsLegal(String status, String action, int expected) {
    DeploymentId id = deployment("blog", status);
    Answer answer = api.post(ALL + "/" + id + "/" + action);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(expected);
    if (expected == 409) {
      assertThat(answer.code()).isEqualTo("invalid_state");
    } else {
      assertThat(answer.text("/id")).isEqualTo(id.value());
    }
  }

  @Test
  void aChangeIsAcceptedWithItsValues() {
    String id = api.post(ALL, "{\"template\": \"static-site\", \"name\": \"my-site\"}").text("/id");
    setStatus(id, "running");
    String redeploy = ALL + "/" + id + "/redeploy";
    is(422, "invalid", api.post(redeploy, "{\"variables\": {\"NO\": 1}}"));
    is(422, "invalid", api.post(redeploy, "{\"template_version\": \"9.9.9\"}"));
    is(422, "invalid", api.post(redeploy, "{\"environment\": {\"1A\": \"x\"}}"));
    assertThat(api.post(redeploy, "{\"environment\": {\"A\": true}}").status()).isEqualTo(202);
  }

  private void setStatus(String id, String status) {
    database
        .worker()
        .system(() -> {
          JdbcClient jdbc = database.jdbc();
          jdbc.sql("update deployment set status = ?, applied_revision = 1 where id = ?")
              .params(status, id)
              .update();
          jdbc.sql(
                  "update command set applied_at = now(), outcome = 'applied' where subject_id = ?")
              .param(id)
              .update();
        });
  }

  @Test
  void aRunningOneIsNotDeletedAStoppedOneIs() {
    is(409, "invalid_state", api.delete(ALL + "/" + deployment("blog", "running")));
    assertThat(api.delete(ALL + "/" + deployment("site", "stopped")).status()).isEqualTo(202);
  }

  @Test
  void aDecisionIsOneOfTwo() {
    DeploymentId id = deployment("blog", "failed");
    rows.operation(ada, id, "PROVISION", "waiting_for_person", NOW);
    String resolve = ALL + "/" + id + "/resolve";
    is(422, "invalid", api.post(resolve, "{\"action\": \"pray\"}"));
    is(422, "invalid", api.post(resolve, "{}"));
    is(403, "forbidden", api.post(resolve, "{\"action\": \"skip\"}"));
    assertThat(api.post(resolve).status()).isEqualTo(422);
    assertThat(api.post(resolve, "{\"action\": \"retry\"}").status()).isEqualTo(202);
  }

  @Test
  void everyDoorIsClosedToOthers() {
    DeploymentId id = deployment("blog", "stopped");
    rows.credential(ada, id, "User", "admin");
    for (String id2 : List.of(id.value(), "dep_nothing", "nonsense", "dep_%27", "..")) {
      String one = ALL + "/" + id2;
      for (String read : List.of("", "/events", "/logs", "/stats", "/storage", "/credentials")) {
        assertThat(bob.get(one + read).status()).as(one + read).isIn(400, 404);
      }
      for (String act :
          List.of("/start", "/stop", "/restart", "/redeploy", "/rollback", "/cancel")) {
        assertThat(bob.post(one + act).status()).as(one + act).isIn(400, 404);
      }
      assertThat(bob.post(one + "/resolve", "{\"action\":\"retry\"}").status()).isIn(400, 404);
      assertThat(bob.delete(one).status()).as(one).isIn(400, 404, 405);
    }
  }

  @Test
  void eventsComeNewestFirst() {
    DeploymentId id = deployment("blog", "running");
    rows.event(ada, id, "first", NOW);
    rows.event(ada, id, "second", NOW.plusSeconds(1));
    Answer answer = api.get(ALL + "/" + id + "/events?limit=1");
    assertThat(answer.text("/data/0/message")).isEqualTo("second");
    Answer next = api.get(ALL + "/" + id + "/events?limit=1&cursor=" + answer.text("/next_cursor"));
    assertThat(next.text("/data/0/message")).isEqualTo("first");
    assertThat(next.at("/data/0").propertyNames())
        .contains("at", "type", "message", "actor", "operation_id");
  }

  @Test
  void credentialsAreShownAndThatIsWrittenDown() {
    DeploymentId id = deployment("blog", "running");
    rows.credential(ada, id, "User", "admin");
    Answer answer = api.get(ALL + "/" + id + "/credentials");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.text("/data/0/value")).isEqualTo("admin");
    assertThat(answer.at("/data/0/secret").asBoolean()).isFalse();
    int written =
        database
            .worker()
            .system(() ->
                database
                    .jdbc()
                    .sql(
                        "select count(*) from audit where action = 'credentials.revealed' and subject_id = ?")
                    .param(id.value())
                    .query(Integer.class)
                    .single());
    assertThat(written).isEqualTo(1);
  }

  @Test
  void storageIsToldByTypeOnceItWasMeasured() {
    DeploymentId id = deployment("blog", "running");
    assertThat(api.get(ALL + "/" + id + "/storage").at("/data").isEmpty()).isTrue();
    rows.storage(ada, id, "database", 700, 2);
    Answer answer = api.get(ALL + "/" + id + "/storage");
    assertThat(answer.text("/data/0/type")).isEqualTo("database");
    assertThat(answer.at("/data/0/size_bytes").asLong()).isEqualTo(700);
    assertThat(answer.at("/data/0/file_count").asLong()).isEqualTo(2);
    assertThat(answer.text("/data/0/calculated_at")).startsWith("20");
  }

  @Test
  void statsCoverTheHoursAskedFor() {
    DeploymentId id = deployment("blog", "running");
    rows.sample(ada, id, "web", Instant.now().minusSeconds(120), 12.5, 1000);
    Answer answer = api.get(ALL + "/" + id + "/stats?hours=1");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.at("/data/0/cpu_percent").asDouble()).isEqualTo(12.5);
    assertThat(answer.at("/data/0").propertyNames())
        .contains("network_in_bytes", "response_ms_avg", "requests", "errors", "at");
    rows.traffic(id, Instant.now().minusSeconds(600), 3, 1, 5);
    JsonNode served = api.get(ALL + "/" + id + "/stats?hours=1").at("/data/0");
    assertThat(served.at("/requests").asInt()).isEqualTo(3);
    assertThat(served.at("/errors").asInt()).isEqualTo(1);
    assertThat(served.at("/response_ms_avg").asDouble()).isEqualTo(2.5);
    for (String hours : List.of("0", "-1", "2161", "x", "99999999999")) {
      is(422, "invalid", api.get(ALL + "/" + id + "/stats?hours=" + hours));
    }
  }

  @Test
  void logsComeFromTheWorker() {
    DeploymentId id = deployment("blog", "running");
    rows.service(ada, id, "web");
    worker.answers(
        200,
        FakeWorker.line("2026-01-02T03:00:00Z", "web", "one")
            + "\n"
            + FakeWorker.line("2026-01-02T03:00:01.000000001Z", "web", "two"));
    Answer answer = api.get(ALL + "/" + id + "/logs?service=web&tail=1&since=2026-01-01T00:00:00Z");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.at("/lines").size()).isEqualTo(1);
    assertThat(answer.text("/lines/0/text")).isEqualTo("two");
    assertThat(answer.text("/lines/0/at")).isEqualTo("2026-01-02T03:00:01.000000001Z");
    assertThat(answer.at("/truncated").asBoolean()).isTrue();
    assertThat(worker.requests().getLast())
        .isEqualTo(
            "/internal/logs/"
                + id
                + "?tail=2&follow=false&service=web&since=2026-01-01T00%3A00%3A00Z");
    assertThat(worker.tickets().getLast()).startsWith("Ticket v1." + ada + "." + id + ".");
    for (Map.Entry<String, String> wrong :
        Map.of("service", "db", "tail", "0", "since", "yesterday").entrySet()) {
      is(
          422,
          "invalid",
          api.get(ALL + "/" + id + "/logs?" + wrong.getKey() + "=" + wrong.getValue()));
    }
  }

  @Test
  void logsOfANodeThatIsAwayAreUnavailable() {
    DeploymentId id = deployment("blog", "running");
    worker.answers(503, "");
    Answer answer = api.get(ALL + "/" + id + "/logs");
    is(503, "unavailable", answer);
    assertThat(answer.header("Retry-After")).isPresent();
  }
}
