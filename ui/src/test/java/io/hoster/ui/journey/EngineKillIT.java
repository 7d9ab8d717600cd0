package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.operation.Step;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the platform runs on is killed while it works, and comes back. */
@ExtendWith(Installed.class)
class EngineKillIT {

  private final Installation installation;
  private final Truth truth;
  private Customer customer;

  EngineKillIT(Installation installation) {
    this.installation = installation;
    this.truth = new Truth(installation);
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  @Test
  void aDeployOutlivesTemporal() {
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.killTemporal();
    }
    installation.startTemporal();
    runsAndGoes(subject);
  }

  @Test
  void commandsAreAcceptedWhileTemporalIsAwayAndCarriedOutLater() {
    Subject old = customer.running(App.STATIC_SITE);
    installation.killTemporal();
    Subject fresh = customer.deploy(App.STATIC_SITE);
    customer.command(old, "stop");
    assertThat(installation.rows().openCommands(fresh.id())).isEqualTo(1);
    assertThat(installation.rows().openCommands(old.id())).isEqualTo(1);
    installation.startTemporal();
    customer.awaitRest(old);
    truth.isStopped(old);
    runsAndGoes(fresh);
    customer.remove(old);
    truth.isGone(old, "succeeded");
  }

  @Test
  void anOperationGoesOnFromItsStepWhenTemporalsDatabaseIsLost() {
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.killTemporal();
      installation.deleteTemporalDatabase();
    }
    installation.startTemporal();
    customer.awaitRest(subject);
    assertThat(attemptsBefore(Step.START_CONTAINERS, subject)).containsOnly(1);
    runsAndGoes(subject);
  }

  private List<Integer> attemptsBefore(Step last, Subject subject) {
    Rows rows = installation.rows();
    return rows.steps(rows.operations(subject.id()).getLast().id()).stream()
        .takeWhile(step -> !step.name().equals(last.name()))
        .map(Rows.Step::attempts)
        .toList();
  }

  @Test
  void routesAreRestoredWhenCaddyComesBackEmpty() {
    Subject subject = customer.running(App.STATIC_SITE);
    installation.killCaddy();
    installation.startCaddy();
    runsAndGoes(subject);
  }

  @Test
  void anAddressIsOpenedOnceTheEdgeIsBack() {
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.ADDRESS))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.killCaddy();
    }
    installation.startCaddy();
    runsAndGoes(subject);
  }

  @Test
  void aDeployOutlivesPostgres() {
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.WAIT_UNTIL_HEALTHY))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.killPostgres();
      installation.startPostgres();
    }
    runsAndGoes(subject);
  }

  private void runsAndGoes(Subject subject) {
    customer.awaitRest(subject);
    truth.isRunning(subject);
    customer.remove(subject);
    truth.isGone(subject, "succeeded");
    truth.nothingIsOrphaned();
  }
}
