package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Containers that do not do what they should: at their start, or after they ran well. The latter
 * have to be seen twice, a minute apart, before anything is repaired; the other tests run
 * meanwhile.
 */
@Tag("long")
@ExtendWith(Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerFaultIT {

  private static final Duration TWO_SWEEPS = Duration.ofSeconds(180);

  private final Installation installation;
  private final Rows rows;
  private final Truth truth;
  private Customer customer;
  private Subject killed;
  private Subject removed;
  private Subject grown;

  ContainerFaultIT(Installation installation) {
    this.installation = installation;
    this.rows = installation.rows();
    this.truth = new Truth(installation);
  }

  @BeforeAll
  void threeRunAndEnd() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
    killed = told("runs", false);
    removed = told("runs", false);
    grown = told("runs", true);
    for (Subject app : List.of(killed, removed, grown)) {
      customer.awaitRest(app);
      truth.isRunning(app);
    }
    installation.world().kill(container(killed));
    installation.world().remove(container(removed));
    installation.world().run(container(grown), "touch", "/told/grow");
  }

  private Subject told(String manner, boolean unchecked) {
    return customer.deploy(
        App.TOLD_PAGE, Map.of("MANNER", manner, "UNCHECKED", String.valueOf(unchecked)));
  }

  private String container(Subject app) {
    return rows.containerNames(app.id()).getFirst();
  }

  /** Told to run, the same template runs: its faults are those that it was told. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneThatIsToldToRunRuns(boolean unchecked) {
    Subject app = told("runs", unchecked);
    customer.awaitRest(app);
    runsAndGoes(app);
  }

  private void runsAndGoes(Subject app) {
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
  }

  @ParameterizedTest
  @CsvSource({
    "ends, true, CONTAINER_EXITED, web ended (with code 3|soon after its start)\\.",
    "loops, true, CONTAINER_EXITED, web ended (with code 4|soon after its start)\\.",
    "loops, false, CONTAINER_EXITED, web ended with code 4\\.",
    "grows, false, CONTAINER_EXITED, web ended because it needed more memory than its limit\\.",
    "sick, false, NOT_HEALTHY, web is not healthy yet\\.",
  })
  void oneThatFailsIsTakenBackOrRunsOnceItIsToldTo(
      String manner, boolean unchecked, String code, Pattern says) {
    Subject given = told(manner, unchecked);
    Subject mended = told(manner, unchecked);
    for (Subject app : List.of(given, mended)) {
      failsInTheEnd(app, code, says);
    }
    customer.resolve(given, "rollback");
    customer.change(mended, Map.of("MANNER", "runs"));
    customer.awaitRest(given);
    truth.isGone(given, "rolled_back");
    customer.awaitRest(mended);
    runsAndGoes(mended);
  }

  /** All tries but one are passed over: together they take minutes. */
  private void failsInTheEnd(Subject app, String code, Pattern says) {
    Step step = Step.WAIT_UNTIL_HEALTHY;
    assertThat(customer.awaitStep(app, step, "retrying").path("message").asString())
        .containsPattern(says);
    String operation = rows.operations(app.id()).getFirst().id();
    rows.leaveOneTry(operation, step.name());
    customer.awaitRest(app);
    JsonNode failure = customer.look(app).path("failure");
    assertThat(failure.path("code").asString()).isEqualTo(code);
    assertThat(failure.path("step").asString()).isEqualTo(step.title());
    assertThat(failure.path("message").asString()).containsPattern(says);
    assertThat(failure.path("attempts").asInt())
        .isEqualTo(OperationKind.PROVISION.attemptLimit(step));
    assertThat(rows.technical(operation, step.name())).containsPattern(says);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void oneThatEndsOrGoesAfterItRanIsBroughtBack() {
    for (Subject app : List.of(killed, removed)) {
      await(app + " is repaired")
          .atMost(TWO_SWEEPS)
          .until(() -> rows.operations(app.id()).getFirst().kind().equals("REPAIR"));
      customer.awaitRest(app);
      assertThat(events(app)).contains("Repaired: something of it was not as it should be.");
      runsAndGoes(app);
    }
    await("Docker started it again, and the watch saw that")
        .atMost(TWO_SWEEPS)
        .until(() -> rows.restarts(grown.id()) > 0);
    runsAndGoes(grown);
    truth.nothingIsOrphaned(); // until here something was broken on purpose
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
}
