package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.operation.Step;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker that is frozen past its heartbeat is taken over from, and does no harm when it thaws:
 * one that is older than the row's generation, or whose activity was given away, writes nothing.
 */
@Tag("long")
class FrozenWorkerIT {

  private static Installation installation;

  @BeforeAll
  static void install() {
    installation = Installation.startSplit();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  /** Each takes a minute, for what the frozen one was given has to run out; all with --all. */
  static List<Step> steps() {
    return "all".equals(System.getProperty("hoster.crash"))
        ? List.of(
            Step.NETWORKS_AND_VOLUMES, Step.START_CONTAINERS, Step.WAIT_UNTIL_HEALTHY, Step.ADDRESS)
        : List.of(Step.START_CONTAINERS, Step.ADDRESS);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void anotherOneFinishesADeployAndTheThawedOneStops(Step step) {
    Customer customer = new Customer(installation);
    Truth truth = new Truth(installation);
    Subject app;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, step))) {
      app = customer.deploy(App.MINIFLUX);
      hold.awaitReached();
      installation.freezeWorker();
    }
    installation.startSecondWorker();
    customer.awaitRest(app);
    truth.isRunning(app);
    installation.thawWorker();
    customer.command(app, "stop");
    customer.awaitRest(app);
    truth.isStopped(app);
    customer.delete(app);
    customer.awaitRest(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
    assertThat(installation.rows().openCommands(app.id())).isZero();
    installation.killSecondWorker();
  }
}
