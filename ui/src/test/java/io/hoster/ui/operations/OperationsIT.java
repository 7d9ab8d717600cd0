package io.hoster.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.rest.Api;
import io.hoster.ui.rest.Api.Answer;
import io.hoster.ui.rest.RestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestServer
class OperationsIT {

  @Autowired TestDatabase database;
  @Autowired MetricsController metrics;
  @LocalServerPort int port;

  private Answer get(String path) {
    return Api.anonymous(port).get(path);
  }

  @Test
  void healthNeedsNothing() {
    Answer answer = get("/health");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("ok");
    assertThat(answer.text("/version")).isNotEmpty();
    assertThat(get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void pagesStayInServiceWhileEdgeAndEngineAreAway() {
    setHeartbeat("now() - interval '2 minutes'");
    Answer away = get("/health/ready");
    assertThat(away.status()).as(away.toString()).isEqualTo(200);
    assertThat(away.text("/status")).isEqualTo("degraded");
    assertThat(names(away, "/away")).isEmpty();
    assertThat(names(away, "/degraded")).containsExactly("edge", "temporal");
    setHeartbeat("now()");
    assertThat(names(get("/health/ready"), "/degraded")).containsExactly("temporal");
  }

  private static List<String> names(Answer answer, String pointer) {
    return answer.at(pointer).valueStream().map(JsonNode::asString).toList();
  }

  private void setHeartbeat(String at) {
    database
        .worker()
        .system(() -> {
          database
              .jdbc()
              .sql(
                  """
                  insert into edge (id, applied_revision, config_hash, heartbeat_at) values ('e', 0, 'x', %1$s)
                  on conflict (id) do update set heartbeat_at = %1$s
                  """
                      .formatted(at))
              .update();
        });
  }

  @Test
  void figuresBearTheNamesOfTheContract() {
    get("/api/v1/templates");
    assertThat(metrics.metrics().getBody())
        .contains("hoster_deployments_total{status=\"running\"} ")
        .contains("hoster_operations_in_progress{status=\"running\"} ")
        .containsPattern(
            "hoster_api_requests_total\\{[^}]*route=\"/api/v1/templates\"[^}]*status=\"200\"[^}]*} ")
        .contains("hoster_api_request_duration_seconds_bucket{")
        .contains("hoster_api_request_duration_seconds_count{");
  }

  @Test
  void theApiDescribesItself() {
    JsonNode api = get("/api/v1/openapi.json").json();
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.path("paths").propertyNames())
        .contains(
            "/api/v1/templates",
            "/api/v1/templates/{slug}",
            "/api/v1/templates/check",
            "/api/v1/deployments",
            "/api/v1/deployments/{id}",
            "/api/v1/deployments/{id}/resolve",
            "/api/v1/deployments/{id}/logs")
        .allMatch(path -> path.startsWith("/api/v1/") || path.startsWith("/auth/"));
    assertThat(api.at("/paths/~1api~1v1~1deployments/post/responses").propertyNames())
        .contains("202", "default");
    JsonNode deployment = api.at("/components/schemas/Deployment/properties");
    assertThat(deployment.propertyNames())
        .contains("status_reason", "direct_address", "created_at", "template_version");
    assertThat(api.at("/components/schemas/Service/properties").propertyNames())
        .contains("state", "health");
    assertThat(api.at("/components/schemas/PlannedService/properties").propertyNames())
        .contains("depends_on", "memory_bytes");
    assertThat(api.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
  }

  @Test
  void everyReferenceOfTheDescriptionLeadsSomewhere() {
    JsonNode api = get("/api/v1/openapi.json").json();
    List<String> references = new ArrayList<>();
    collect(api, references);
    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(reference -> {
          assertThat(reference).startsWith("#/");
          assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        });
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.path("$ref").isString()) {
      references.add(node.path("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }

  @Test
  void everyOperationHasANameOfItsOwnAndAnAnswer() {
    JsonNode api = get("/api/v1/openapi.json").json();
    List<String> names = new ArrayList<>();
    for (JsonNode path : api.path("paths")) {
      for (JsonNode operation : path) {
        names.add(operation.path("operationId").asString());
        assertThat(operation.path("responses").isEmpty()).isFalse();
      }
    }
    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void theReferencePageLoadsOnlyWhatIsHere() {
    Answer page = get("/docs/api");
    assertThat(page.status()).as(page.toString()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.http().headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'self';")
        .doesNotContain("unsafe-eval");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "api-docs.js")) {
      assertThat(get("/docs/api/assets/" + file).status()).as(file).isEqualTo(200);
    }
    assertThat(get("/docs/api/assets/other.js").status()).isEqualTo(404);
  }
}
