package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What everybody is told while PostgreSQL is away. */
@ExtendWith(Installed.class)
class DatabaseKillIT {

  private final Installation installation;
  private Customer customer;
  private Subject subject;

  DatabaseKillIT(Installation installation) {
    this.installation = installation;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
    subject = customer.running(App.STATIC_SITE);
  }

  private record Call(String method, String path) {}

  @Test
  void answersSayWhenToComeBackAndAppsGoOn() throws Exception {
    List<Call> calls = calls();
    String host = installation.rows().deployment(subject.id()).host();
    installation.killPostgres();
    assertThat(all(calls))
        .allSatisfy((call, answer) -> {
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.text("code")).isEqualTo("unavailable");
          assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
          assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
    assertThat(installation.edge().get(host).status()).isEqualTo(200);
    for (String page : List.of("/", "/deployments", "/deployments/" + subject.id(), "/account")) {
      Api.Answer answer = customer.api().page(page);
      assertThat(answer.status()).as(page).isEqualTo(503);
      assertThat(answer.raw()).as(page).contains("Your apps keep running");
    }
    assertThat(installation.internal(Engines.Part.ALL).get("/health").status()).isEqualTo(200);
    Api.Answer ready = installation.internal(Engines.Part.ALL).get("/health/ready").expect(503);
    assertThat(ready.body().path("away").valueStream().map(JsonNode::asString))
        .contains("database");
    assertThat(installation.internal(Engines.Part.ALL).get("/metrics").expect(200).raw())
        .contains("hoster_part_ready{needed=\"true\",part=\"database\"} 0.0\n")
        .contains("hoster_commands_waiting NaN\n", "hoster_edge_revision_lag NaN\n");
    installation.startPostgres();
    await("the console is back")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(customer.api().get("/api/v1/deployments/" + subject.id()).status())
                .isEqualTo(200));
    customer.remove(subject);
    Truth truth = new Truth(installation);
    truth.isGone(subject, "succeeded");
    truth.nothingIsOrphaned();
  }

  /** Every operation that the API describes, on what there is. */
  private List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    JsonNode paths = customer.api().get("/api/v1/openapi.json").expect(200).body().path("paths");
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        calls.add(
            new Call(
                method.toUpperCase(Locale.ROOT),
                path.replace("{slug}", "static-site").replaceAll("\\{[a-z_]+}", subject.id())));
      }
    }
    assertThat(calls).hasSizeGreaterThan(40);
    return calls;
  }

  /** At once: each waits some seconds for the database. */
  private Map<Call, Api.Answer> all(List<Call> calls)
      throws ExecutionException, InterruptedException {
    Map<Call, Future<Api.Answer>> asked = new LinkedHashMap<>();
    Map<Call, Api.Answer> answers = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Call call : calls) {
        asked.put(
            call,
            threads.submit(() ->
                customer
                    .api()
                    .send(call.method(), call.path(), call.method().equals("GET") ? "" : "{}")));
      }
      for (Map.Entry<Call, Future<Api.Answer>> each : asked.entrySet()) {
        answers.put(each.getKey(), each.getValue().get());
      }
    }
    return answers;
  }
}
