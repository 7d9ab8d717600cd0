package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.ui.journey.Engines.Part;
import io.hoster.workflows.operation.Step;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What docs/operations/upgrade.md promises, kept on a running installation: its application is
 * stopped in the middle of a deployment, and another version takes its place.
 */
class UpgradeIT {

  private static Installation installation;
  private static Customer customer;

  /** What was there before anything was exchanged. */
  private static Subject running;

  @BeforeAll
  static void install() {
    installation = Installation.startBefore();
    customer = new Customer(installation);
    running = customer.running(App.STATIC_SITE);
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  /** In this order: each goes on with what the one before left running. */
  enum Change {
    UPGRADE {
      @Override
      void finish() {
        installation.startInstead(Part.ALL);
      }
    },
    /** For comparison: nothing is changed. */
    RESTART {
      @Override
      void finish() {
        installation.startApp();
      }
    },
    WAY_BACK {
      @Override
      void finish() {
        installation.startInstead(Part.BEFORE);
        installation.forgetRuns();
      }
    };

    /** Starts what comes after what was stopped. */
    abstract void finish();
  }

  @ParameterizedTest
  @EnumSource
  void aDeploymentUnderWayAndAllThatIsThereOutliveIt(Change change) {
    Truth truth = new Truth(installation);
    Subject old = customer.stopped(App.STATIC_SITE);
    Subject underWay;
    String host = installation.rows().deployment(running.id()).host();
    try (Visitor visitor = new Visitor(installation.edge(), host)) {
      try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
        underWay = customer.deploy(App.MINIFLUX);
        hold.awaitReached();
        installation.stopApp();
      }
      change.finish();
      customer.awaitRest(underWay);
      assertThat(visitor.missed()).isEmpty();
    }
    truth.isRunning(underWay);
    truth.isRunning(running);
    truth.isStopped(old);
    customer.command(old, "start");
    customer.awaitRest(old);
    truth.isRunning(old);
    for (Subject subject : List.of(old, underWay)) {
      customer.remove(subject);
      truth.isGone(subject, "succeeded");
    }
    truth.nothingIsOrphaned();
  }
}
