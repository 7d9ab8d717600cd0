package io.hoster.lab.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.lab.api.HosterApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code ./hoster lab compose}, as a person calls it, and what then runs. */
@Tag("compose")
class ComposeIT {

  private static final List<String> LONG_RUNNING =
      List.of(
          "caddy",
          "edge",
          "postgres",
          "temporal",
          "temporal-ui",
          "web-1",
          "web-2",
          "worker",
          "worker");

  @TempDir private static Path home;
  private static Launched launched;

  @BeforeAll
  static void start() throws IOException {
    launched = Launched.in(home);
    launched.launcher("lab", "compose");
  }

  @AfterAll
  static void takesAllAwayAgain() {
    launched.launcher("lab", "compose", "down");
    assertThat(launched.objects()).isEmpty();
  }

  @Test
  void everyServiceSaysThatItIsHealthy() {
    assertThat(launched.containers())
        .extracting(Launched::service)
        .containsExactlyInAnyOrderElementsOf(LONG_RUNNING);
    assertThat(launched.containers())
        .allSatisfy(container ->
            assertThat(container.at("/State/Health/Status").asString())
                .as(Launched.service(container))
                .isEqualTo("healthy"));
  }

  @Test
  void nothingIsPublishedAndOnlyWorkersSeeTheEngine() {
    for (JsonNode container : launched.containers()) {
      String service = Launched.service(container);
      assertThat(container.at("/HostConfig/PortBindings")).as(service).isEmpty();
      assertThat(
              container
                  .path("Mounts")
                  .findValuesAsString("Destination")
                  .contains("/var/run/docker.sock"))
          .as(service)
          .isEqualTo(service.equals("worker"));
    }
  }

  @Test
  void noSecretStandsInAContainersSettings() throws IOException {
    String settings = launched.containers().toString();
    try (var files = Files.list(home.resolve("compose/secrets"))) {
      for (Path file : files.toList()) {
        String secret = Files.readString(file);
        if (!secret.isEmpty()) {
          assertThat(settings.contains(secret)).as(file.getFileName().toString()).isFalse();
        }
      }
    }
  }

  @Test
  void theWorkerThatMadeTheSecondAppWasKilled() throws IOException {
    assertThat(home.resolve("compose/proof.txt"))
        .content()
        .contains("First app:", "Second app:")
        .containsPattern("Killed worker: +[0-9a-f]{12}");
  }

  @Test
  void aBrowserStaysSignedInWhileEitherWebIsAway() {
    try (HosterApi api = launched.api()) {
      String random = UUID.randomUUID().toString();
      assertThat(api.register("Grace", "grace-" + random + "@hoster.example", random)).isTrue();
      for (String web : List.of("web-1", "web-2")) {
        launched.compose("kill", web);
        assertThat(api.deployments()).as("while %s is away", web).isEmpty();
        launched.compose("up", "--detach", "--wait", "--no-deps", web);
      }
    }
  }

  @Test
  void onlyStaffReachTemporalsPagesThroughTheEdge() throws Exception {
    String namespace = "/ops/temporal/api/v1/namespaces/hoster";
    String password = Files.readString(home.resolve("compose/secrets/admin-password"));
    try (Browser browser = launched.browser()) {
      assertThat(browser.status(namespace)).isNotEqualTo(200);
      browser.signIn("admin@hoster.example", password);
      JsonNode answer = browser.json(namespace);
      assertThat(answer.at("/namespaceInfo/name").asString()).isEqualTo("hoster");
      assertThat(answer.at("/config/workflowExecutionRetentionTtl").asString())
          .isEqualTo(Duration.ofDays(90).toSeconds() + "s");
      assertThat(answer.at("/config/customSearchAttributeAliases").toString())
          .contains("HosterTenant", "HosterSubject", "HosterNode", "HosterState", "HosterFailure")
          .contains("HosterNeedsPerson");
    }
  }

  /** The web asks the worker, which reads them from the engine. */
  @Test
  void customersReadTheLogsOfTheirApps() throws Exception {
    try (Browser browser = launched.browser()) {
      browser.signIn(proof("Demo customer"), proof("Password"));
      String app = browser.json("/api/v1/deployments").at("/data/0/id").asString();
      assertThat(browser.json("/api/v1/deployments/" + app + "/logs?tail=20").path("lines"))
          .isNotEmpty();
    }
  }

  private static String proof(String name) throws IOException {
    try (Stream<String> lines = Files.lines(home.resolve("compose/proof.txt"))) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void startedAgainItIsTheSame() {
    List<String> before = launched.ids();
    launched.compose("up", "--detach", "--wait");
    assertThat(launched.ids()).containsExactlyElementsOf(before);
  }
}
