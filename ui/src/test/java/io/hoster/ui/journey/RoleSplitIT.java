package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.workflows.operation.Step;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One installation as three processes: web, worker and edge. */
class RoleSplitIT {

  private static Installation installation;

  @BeforeAll
  static void install() {
    installation = Installation.startSplit();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @Test
  void anAppLivesItsWholeLifeAndOutlivesAWorker() {
    Customer customer = new Customer(installation);
    Truth truth = new Truth(installation);
    Subject first = customer.running(App.STATIC_SITE);
    truth.isRunning(first);
    assertThat(logLines(customer, first)).isPositive();
    Subject second;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
      second = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.killWorker();
    }
    installation.startSecondWorker();
    customer.awaitRest(second);
    truth.isRunning(second);
    assertThat(logLines(customer, second)).isPositive();
    assertThat(logLines(customer, first)).isPositive();
    for (Subject subject : new Subject[] {first, second}) {
      customer.remove(subject);
      truth.isGone(subject, "succeeded");
    }
    truth.nothingIsOrphaned();
  }

  @Test
  void onlyTheWebServesPages() {
    assertThat(installation.browser().page("/login").status()).isEqualTo(200);
    Api edge = installation.internal(Engines.Part.EDGE);
    assertThat(edge.page("/login").status()).isEqualTo(404);
    assertThat(edge.get("/api/v1/templates").status()).isEqualTo(404);
    assertThat(edge.get("/health/ready").status()).isEqualTo(200);
    assertThat(edge.get("/metrics").raw())
        .contains("hoster_proxy_requests_total", "hoster_edge_pushes_total", "hoster_part_ready{")
        .doesNotContain("hoster_operations_open", "hoster_operation_step");
    assertThat(installation.internal(Engines.Part.WEB).get("/metrics").raw())
        .contains("hoster_operations_open{", "hoster_commands_waiting", "hoster_part_ready{")
        .doesNotContain("hoster_edge_pushes", "hoster_operation_step");
  }

  /** nginx writes some when it starts; they may take a moment to reach the engine. */
  private static int logLines(Customer customer, Subject subject) {
    String path = "/api/v1/deployments/" + subject.id() + "/logs?tail=20";
    return await("lines of " + subject)
        .atMost(Duration.ofSeconds(30))
        .until(() -> customer.api().get(path).expect(200).body().path("lines").size(), n -> n > 0);
  }
}
