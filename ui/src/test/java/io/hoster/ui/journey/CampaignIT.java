package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A creator brings all apps of a template to a newer version, and stops at the first sick one. */
@ExtendWith(Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignIT {

  private static final int APPS = 3;
  private static final String PAGE =
      """
      services:
        web:
          image: busybox:1.35.0
          command: ["sh", "-c", "%s"]
          ports: ["80"]
          stop_grace_period: 1s
          healthcheck:
            test: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1/"]
            interval: 5s
      """;
  private static final String SERVES =
      "mkdir /www && echo version-%d > /www/index.html && exec httpd -f -p 80 -h /www";

  private final Installation installation;
  private final Rows rows;
  private final Truth truth;
  private Customer creator;

  CampaignIT(Installation installation) {
    this.installation = installation;
    this.rows = installation.rows();
    this.truth = new Truth(installation);
  }

  @BeforeAll
  void register() {
    installation.startWhatIsDown();
    installation.world().requireImage("busybox:1.35.0");
    creator = new Customer(installation);
  }

  private static Map<String, ?> draft(String version, String script) {
    return Map.of(
        "name",
        "Numbered page",
        "version",
        version,
        "description",
        "A page with a number.",
        "category",
        "Websites",
        "kind",
        "web",
        "compose",
        PAGE.formatted(script),
        "variables",
        List.of(),
        "price_minor",
        0,
        "entry",
        Map.of("service", "web", "port", 80));
  }

  private void publish(String slug) {
    creator
        .api()
        .post("/api/v1/templates/" + slug + "/publish", Map.of("visibility", "private"))
        .expect(200);
  }

  private void next(String slug, String version, String script) {
    creator.api().put("/api/v1/templates/" + slug, draft(version, script)).expect(200);
    publish(slug);
  }

  private JsonNode campaign(String slug, String version) {
    creator
        .api()
        .post(
            "/api/v1/templates/" + slug + "/campaign",
            Map.of("version", version, "canary_percent", 34, "max_failures", 1))
        .expect(202);
    return await("the end of the update to " + version)
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> newest(slug), campaign -> campaign.has("finished_at"));
  }

  private JsonNode newest(String slug) {
    return creator
        .api()
        .get("/api/v1/templates/" + slug + "/campaigns")
        .expect(200)
        .body()
        .path("data")
        .path(0);
  }

  private String page(Subject app) {
    return installation.edge().get(rows.deployment(app.id()).host()).text();
  }

  @Test
  void theRestFollowsTheFirstAndASickVersionGoesNoFurther() {
    String slug =
        creator
            .api()
            .post("/api/v1/templates", draft("1.0.0", SERVES.formatted(1)))
            .expect(201)
            .text("slug");
    publish(slug);
    List<Subject> apps = new ArrayList<>();
    for (int i = 0; i < APPS; i++) {
      apps.add(creator.deployNamed(slug, App.TOLD_PAGE));
    }
    apps.forEach(creator::awaitRest);
    apps.forEach(truth::isRunning);

    next(slug, "1.1.0", SERVES.formatted(2));
    assertThat(creator.look(apps.getFirst()).path("update").asString()).isEqualTo("1.1.0");
    JsonNode well = campaign(slug, "1.1.0");
    assertThat(well.path("status").asString()).isEqualTo("succeeded");
    assertThat(well.path("canaries").asInt()).isEqualTo(2);
    assertThat(well.path("updated").asInt()).isEqualTo(APPS);
    apps.forEach(truth::isRunning);
    assertThat(apps).allSatisfy(app -> assertThat(page(app)).contains("version-2"));

    next(slug, "1.2.0", "exit 3");
    JsonNode sick = campaign(slug, "1.2.0");
    assertThat(sick.path("status").asString()).isEqualTo("stopped");
    assertThat(sick.path("reason").asString()).contains("did not get well");
    assertThat(sick.path("updated").asInt()).isZero();
    assertThat(sick.path("failed").asInt()).isEqualTo(2);
    apps.forEach(creator::awaitRest);
    assertThat(apps).allSatisfy(app -> assertThat(page(app)).contains("version-2"));
    apps.forEach(creator::remove);
    truth.nothingIsOrphaned();
  }
}
