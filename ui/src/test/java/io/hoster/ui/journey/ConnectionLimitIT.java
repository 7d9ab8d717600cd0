package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.workflows.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL is there and lets nobody in, or only a few. */
@ExtendWith(Installed.class)
class ConnectionLimitIT {

  /** Too few for the two pools of a process and for who listens. */
  private static final int FEW = 4;

  private final Installation installation;
  private final Truth truth;
  private Customer customer;

  ConnectionLimitIT(Installation installation) {
    this.installation = installation;
    this.truth = new Truth(installation);
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  @AfterEach
  void allowAll() {
    installation.rows().allowAllConnections();
  }

  @Test
  void whoIsTurnedAwayIsToldWhenToComeBackAndWorkGoesOn() throws Exception {
    Subject old = customer.running(App.STATIC_SITE);
    Subject fresh;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
      fresh = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.rows().allowConnections(0);
    }
    String path = "/api/v1/deployments/" + old.id();
    assertThat(
            atOnce(
                () -> customer.api().get(path),
                () -> customer.api().get("/api/v1/deployments"),
                () -> customer.api().post(path + "/stop"),
                () -> customer.api().delete(path)))
        .allSatisfy(answer -> {
          assertThat(answer.status()).as(answer.raw()).isEqualTo(503);
          assertThat(answer.text("code")).isEqualTo("unavailable");
          assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
    assertThat(installation.rows().commands(old.id())).isEqualTo(1);
    assertThat(installation.edge().get(installation.rows().deployment(old.id()).host()).status())
        .isEqualTo(200);
    installation.rows().allowAllConnections();
    awaitAnswer(path);
    customer.awaitRest(fresh);
    List.of(old, fresh)
        .forEach(app -> {
          truth.isRunning(app);
          customer.remove(app);
          truth.isGone(app, "succeeded");
        });
  }

  @Test
  void manyShareAFewConnectionsAndNobodyIsToldThatItIsOurFault() throws Exception {
    installation.rows().allowConnections(FEW);
    List<Api.Answer> answers =
        atOnce(
            Stream.<Callable<Api.Answer>>generate(
                    () -> () -> customer.api().get("/api/v1/deployments"))
                .limit(64)
                .toList());
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.status()).as(answer.raw()).isIn(200, 503);
          assertThat(answer.status() == 200 || answer.header("Retry-After").equals("5")).isTrue();
        });
    installation.rows().allowAllConnections();
    awaitAnswer("/api/v1/deployments");
    Subject app = customer.running(App.STATIC_SITE);
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
  }

  private void awaitAnswer(String path) {
    await("the console is back")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(customer.api().get(path).status()).isEqualTo(200));
  }

  @SafeVarargs
  private static List<Api.Answer> atOnce(Callable<Api.Answer>... calls) throws Exception {
    return atOnce(List.of(calls));
  }

  private static List<Api.Answer> atOnce(List<Callable<Api.Answer>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
