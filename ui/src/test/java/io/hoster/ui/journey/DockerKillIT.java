package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import io.hoster.workflows.operation.Step;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Docker engine is killed while the platform works on it, and comes back. */
class DockerKillIT {

  private static Installation installation;
  private static Truth truth;
  private Customer customer;

  @BeforeAll
  static void install() {
    installation = Installation.startWithOwnEngine();
    truth = new Truth(installation);
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  @ParameterizedTest
  @EnumSource(names = {"START_CONTAINERS", "WAIT_UNTIL_HEALTHY"})
  void aDeployGoesOnWhenDockerIsBack(Step step) {
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, step))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.killDocker();
    }
    await("the step meets that Docker is away")
        .atMost(Customer.PATIENCE)
        .until(() -> isRetrying(subject, step));
    installation.startDocker();
    customer.awaitRest(subject);
    truth.isRunning(subject);
    goes(subject);
  }

  private static boolean isRetrying(Subject subject, Step step) {
    Rows rows = installation.rows();
    return rows.steps(rows.operations(subject.id()).getFirst().id()).stream()
        .anyMatch(row -> row.name().equals(step.name()) && row.status().equals("retrying"));
  }

  @Test
  void anAppThatRunsIsHealthyAndAnswersAgain() {
    Subject subject = customer.running(App.STATIC_SITE);
    awaitHealth(subject, "healthy");
    installation.killDocker();
    awaitHealth(subject, "unavailable");
    installation.startDocker();
    awaitHealth(subject, "healthy");
    truth.isRunning(subject);
    String back = lastCheck(subject);
    await("its health is checked, not remembered")
        .atMost(Duration.ofSeconds(120))
        .until(() -> !lastCheck(subject).equals(back));
    goes(subject);
  }

  private static String lastCheck(Subject subject) {
    return installation
        .world()
        .lastCheck(installation.rows().containerNames(subject.id()).getFirst());
  }

  private static void awaitHealth(Subject subject, String health) {
    await(subject + " is " + health)
        .atMost(Duration.ofSeconds(120))
        .until(() -> installation.rows().health(subject.id()).equals(health));
  }

  @Test
  void aStopIsCarriedOutWhenDockerIsBack() {
    Subject subject = customer.running(App.STATIC_SITE);
    installation.killDocker();
    customer.command(subject, "stop");
    installation.startDocker();
    customer.awaitRest(subject);
    truth.isStopped(subject);
    goes(subject);
  }

  private void goes(Subject subject) {
    customer.remove(subject);
    truth.isGone(subject, "succeeded");
    truth.nothingIsOrphaned();
  }
}
