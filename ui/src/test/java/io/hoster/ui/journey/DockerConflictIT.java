package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.operation.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** On the same engine somebody else has what an app needs; he is never touched. */
@ExtendWith(Installed.class)
class DockerConflictIT {

  private final Installation installation;
  private final World world;
  private final Truth truth;
  private Customer customer;

  DockerConflictIT(Installation installation) {
    this.installation = installation;
    this.world = installation.world();
    this.truth = new Truth(installation);
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  private record Deployed(Subject app, World.Foreign foreign) {}

  /** Meanwhile a stranger makes a container whose name is the app's, with {@code more} after it. */
  private Deployed deploy(String more) {
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.NETWORKS_AND_VOLUMES))) {
      Subject app = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      String name = installation.rows().containerNames(app.id()).getFirst();
      return new Deployed(app, world.foreignNamed(name + more));
    }
  }

  /** Another name is no conflict: what is proved is not the stranger's mere presence. */
  @Test
  void anotherNameIsNoConflict() {
    Deployed deployed = deploy("0");
    try (World.Foreign foreign = deployed.foreign()) {
      customer.awaitRest(deployed.app());
      runsAndGoes(deployed.app());
      assertThat(foreign.isThere()).isTrue();
    }
  }

  private void runsAndGoes(Subject app) {
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  @Test
  void aNameThatIsTakenIsAConflictUntilItIsFree() {
    Deployed deployed = deploy("");
    Subject app = deployed.app();
    try (World.Foreign foreign = deployed.foreign()) {
      customer.awaitRest(app);
      JsonNode failure = customer.look(app).path("failure");
      assertThat(failure.path("code").asString()).isEqualTo("CONFLICT");
      assertThat(failure.path("step").asString()).isEqualTo(Step.START_CONTAINERS.title());
      assertThat(failure.path("message").asString()).contains("Rename or remove it.");
      assertThat(foreign.isThere()).isTrue();
    }
    customer.resolve(app, "retry");
    customer.awaitRest(app);
    runsAndGoes(app);
  }

  @Test
  void rollingBackLeavesTheStranger() {
    Deployed deployed = deploy("");
    Subject app = deployed.app();
    try (World.Foreign foreign = deployed.foreign()) {
      customer.awaitRest(app);
      customer.resolve(app, "rollback");
      customer.awaitRest(app);
      truth.isGone(app, "rolled_back");
      truth.nothingIsOrphaned();
      assertThat(foreign.isThere()).isTrue();
    }
  }

  @Test
  void aDeleteWaitsForAStrangerToLeaveTheNetwork() {
    Subject app = customer.stopped(App.STATIC_SITE);
    String network = world.of(app.id()).networks().getFirst();
    try (World.Foreign foreign = world.foreignOn(network)) {
      customer.delete(app);
      JsonNode step = customer.awaitStep(app, Step.REMOVE_NETWORK_AND_VOLUMES, "retrying");
      assertThat(step.path("message").asString()).contains(network, "has active endpoints");
      assertThat(foreign.isThere()).isTrue();
    }
    customer.awaitRest(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }
}
