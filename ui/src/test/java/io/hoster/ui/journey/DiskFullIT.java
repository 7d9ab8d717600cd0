package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.operation.Step;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The disk that the Docker engine writes to is full. */
@Tag("long")
class DiskFullIT {

  private static Installation installation;
  private static Truth truth;
  private Customer customer;

  @BeforeAll
  static void install() {
    installation = Installation.startOnSmallDisk();
    truth = new Truth(installation);
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @BeforeEach
  void begin() {
    customer = new Customer(installation);
  }

  @AfterEach
  void makeRoom() {
    installation.disk().makeRoom();
  }

  /** With room the same ends well. */
  @Test
  void aSmallDiskWithRoomIsEnough() {
    try (Registry registry = Registry.start(installation.world())) {
      Subject pulled = customer.deploy(App.PULLED_PAGE, Map.of("IMAGE", registry.supply("1")));
      Subject app = customer.running(App.STATIC_SITE);
      customer.awaitRest(pulled);
      runsAndGoes(pulled);
      runsAndGoes(app);
    }
  }

  private void runsAndGoes(Subject app) {
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  @Test
  void aPullThatFindsNoRoomGoesOnOnceThereIsSome() {
    try (Registry registry = Registry.start(installation.world())) {
      installation.disk().fill(1_000_000);
      Subject app = customer.deploy(App.PULLED_PAGE, Map.of("IMAGE", registry.supply("1")));
      customer.awaitRest(app);
      waitsForRoom(app, Step.PULL_IMAGES);
      installation.disk().makeRoom();
      customer.resolve(app, "retry");
      customer.awaitRest(app);
      runsAndGoes(app);
    }
  }

  private void waitsForRoom(Subject app, Step step) {
    JsonNode failure = customer.look(app).path("failure");
    assertThat(failure.path("code").asString()).as("%s", failure).isEqualTo("DISK_FULL");
    assertThat(failure.path("step").asString()).isEqualTo(step.title());
    assertThat(failure.path("message").asString()).contains("no space left on device");
    Rows rows = installation.rows();
    assertThat(rows.technical(rows.operations(app.id()).getFirst().id(), step.name())).isNotEmpty();
  }

  @Test
  void containersThatFindNoRoomAreMadeOnceThereIsSome() {
    installation.disk().fill(0);
    Subject app = customer.deploy(App.STATIC_SITE);
    customer.awaitRest(app);
    waitsForRoom(app, Step.START_CONTAINERS);
    installation.disk().makeRoom();
    customer.resolve(app, "retry");
    customer.awaitRest(app);
    runsAndGoes(app);
  }

  @Test
  void whatFindsNoRoomIsTakenBackAndWhatRanIsRemovedWhileTheDiskIsFull() {
    Subject ran = customer.running(App.STATIC_SITE);
    installation.disk().fill(0);
    Subject app = customer.deploy(App.STATIC_SITE);
    customer.awaitRest(app);
    waitsForRoom(app, Step.START_CONTAINERS);
    customer.resolve(app, "rollback");
    customer.awaitRest(app);
    truth.isGone(app, "rolled_back");
    truth.isRunning(ran);
    customer.remove(ran);
    truth.isGone(ran, "succeeded");
    truth.nothingIsOrphaned();
  }
}
