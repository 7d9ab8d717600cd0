package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.operation.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of what runs: beside it, or in its place; and back again, by hand and by itself. */
@ExtendWith(Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateIT {

  private final Installation installation;
  private final Rows rows;
  private final Truth truth;
  private Customer customer;

  UpdateIT(Installation installation) {
    this.installation = installation;
    this.rows = installation.rows();
    this.truth = new Truth(installation);
  }

  @BeforeAll
  void register() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  private String host(Subject app) {
    return rows.deployment(app.id()).host();
  }

  private String page(Subject app) {
    return installation.edge().get(host(app)).text();
  }

  private List<String> events(Subject app) {
    return customer
        .api()
        .get("/api/v1/deployments/" + app.id() + "/events")
        .expect(200)
        .body()
        .path("data")
        .valueStream()
        .map(event -> event.path("message").asString())
        .toList();
  }

  @Test
  void whatKeepsNoDataServesUntilTheUpdateDoes() {
    Subject app = customer.running(App.STATIC_SITE);
    List<String> before = rows.containerNames(app.id());
    try (Visitor visitor = new Visitor(installation.edge(), host(app))) {
      customer.retitle(app, "Second title");
      customer.awaitRest(app);
      truth.isRunning(app);
      assertThat(page(app)).contains("Second title");
      assertThat(rows.containerNames(app.id())).doesNotContainAnyElementsOf(before);
      customer.api().post("/api/v1/deployments/" + app.id() + "/rollback", Map.of()).expect(202);
      customer.awaitRest(app);
      assertThat(visitor.missed()).isEmpty();
    }
    truth.isRunning(app);
    assertThat(page(app)).doesNotContain("Second title");
    assertThat(rows.containerNames(app.id())).isEqualTo(before);
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  @Test
  void aSickVersionIsTakenBackWhileTheOneBeforeServes() {
    Subject app = customer.running(App.TOLD_PAGE);
    List<String> before = rows.containerNames(app.id());
    try (Visitor visitor = new Visitor(installation.edge(), host(app))) {
      customer.change(app, Map.of("MANNER", "ends"));
      customer.awaitRest(app);
      assertThat(visitor.missed()).isEmpty();
    }
    isTakenBack(app, "web ended");
    assertThat(rows.containerNames(app.id())).isEqualTo(before);
    assertThat(page(app)).contains("runs");
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  @Test
  void whatKeepsDataIsReplacedAndASickVersionOfItIsTakenBackWithItsData() {
    Subject app = customer.running(App.MINIFLUX);
    List<String> before = rows.containerNames(app.id());
    customer
        .api()
        .post(
            "/api/v1/deployments/" + app.id() + "/redeploy",
            Map.of("environment", Map.of("DATABASE_URL", "postgres://nobody@db/none")))
        .expect(202);
    customer.awaitStep(app, Step.WAIT_UNTIL_HEALTHY, "retrying");
    rows.leaveOneTry(rows.operations(app.id()).getFirst().id(), Step.WAIT_UNTIL_HEALTHY.name());
    customer.awaitRest(app);
    isTakenBack(app, "web");
    assertThat(rows.containerNames(app.id())).isEqualTo(before);
    assertThat(page(app)).contains("Miniflux");
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  private void isTakenBack(Subject app, String why) {
    assertThat(rows.operations(app.id()).getFirst().status()).isEqualTo("rolled_back");
    assertThat(customer.look(app).path("status").asString()).isEqualTo("running");
    assertThat(events(app))
        .anySatisfy(message ->
            assertThat(message).startsWith("The update is taken back by itself.").contains(why));
    assertThat(installation.edge().get(host(app)).status()).isEqualTo(200);
  }
}
