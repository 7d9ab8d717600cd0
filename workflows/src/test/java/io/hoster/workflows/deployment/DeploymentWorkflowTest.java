package io.hoster.workflows.deployment;

import static io.hoster.workflows.deployment.RowsInMemory.fails;
import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.PayloadCipher;
import io.hoster.workflows.Payloads;
import io.hoster.workflows.deployment.RowsInMemory.Place;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentWorkflowTest {

  private DeploymentRig rig;

  private DeploymentRig begin(DeploymentStatus status) {
    rig = new DeploymentRig(status);
    return rig;
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void setsUpPhaseByPhaseAndRests() {
    begin(DeploymentStatus.PENDING).give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
    assertThat(rig.rows.calls())
        .containsExactly(
            "apply PROVISION", "prepare PROVISION", "containers PROVISION", "publish PROVISION");
  }

  @Test
  void livesFromSetUpToItsDeletionAndEndsThen() {
    begin(DeploymentStatus.PENDING);
    wholeLife();
    assertThat(rig.rows.ended())
        .containsExactly(
            "PROVISION succeeded",
            "STOP succeeded",
            "START succeeded",
            "RESTART succeeded",
            "REDEPLOY succeeded",
            "STOP succeeded",
            "DELETE succeeded");
  }

  @Test
  void livesAsWellWhenAllThatTravelsIsEncrypted() {
    TreeMap<String, byte[]> ring = new TreeMap<>();
    ring.put("one", new byte[32]);
    rig =
        new DeploymentRig(
            DeploymentStatus.PENDING, Payloads.encrypted(new PayloadCipher("one", ring)));
    wholeLife();
    assertThat(rig.history().toJson(false)).doesNotContain(DeploymentRig.TENANT.value() + "\"");
  }

  private void wholeLife() {
    rig.give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
    rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
    rig.give(CommandKind.START, DeploymentStatus.RUNNING);
    rig.give(CommandKind.RESTART, DeploymentStatus.RUNNING);
    rig.rows.await(rows -> rows.ended().contains("RESTART succeeded"));
    rig.give(CommandKind.REDEPLOY, DeploymentStatus.RUNNING);
    rig.rows.await(rows -> rows.ended().contains("REDEPLOY succeeded"));
    rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
    rig.give(CommandKind.DELETE);
    rig.awaitEnd();
    assertThat(rig.rows.isGone()).isTrue();
  }

  @Test
  void closesTheAddressBeforeItStopsAndRemovesItBeforeItDeletes() {
    begin(DeploymentStatus.RUNNING).give(CommandKind.STOP, DeploymentStatus.STOPPED);
    rig.give(CommandKind.DELETE);
    rig.awaitEnd();
    assertThat(rig.rows.calls())
        .containsExactly(
            "apply STOP",
            "withdraw STOP",
            "containers STOP",
            "apply DELETE",
            "withdraw DELETE",
            "containers DELETE",
            "clear DELETE");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, PROVISION, PREPARE, RUNNING",
    "PENDING, PROVISION, CONTAINERS, RUNNING",
    "PENDING, PROVISION, PUBLISH, RUNNING",
    "RUNNING, REDEPLOY, CONTAINERS, RUNNING",
    "STOPPED, START, PUBLISH, RUNNING",
    "RUNNING, STOP, WITHDRAW, STOPPED"
  })
  void aPhaseThatCannotSucceedWaitsForAPersonAndGoesOnThereWhenToldTo(
      DeploymentStatus before, CommandKind command, Place place, DeploymentStatus after) {
    begin(before).rows.next(place, fails(FailureType.IMAGE_MISSING));
    rig.give(command, DeploymentStatus.FAILED);
    assertThat(rig.rows.waitsForPerson()).isTrue();
    assertThat(rig.rows.reason()).isEqualTo("It failed.");
    int soFar = rig.rows.calls().size();
    rig.give(CommandKind.RETRY, after);
    String failed = place.name().toLowerCase(java.util.Locale.ROOT) + " " + command;
    assertThat(rig.rows.calls().subList(soFar, soFar + 2)).containsExactly("apply RETRY", failed);
    assertThat(rig.rows.ended()).containsExactly(command + " succeeded");
  }

  @Test
  void isSuspendedAndResumedAndThenStoppedAsEver() {
    begin(DeploymentStatus.RUNNING).give(CommandKind.SUSPEND, DeploymentStatus.SUSPENDED);
    rig.give(CommandKind.RESUME, DeploymentStatus.RUNNING);
    rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
    assertThat(rig.rows.calls())
        .containsExactly(
            "apply SUSPEND",
            "withdraw SUSPEND",
            "containers SUSPEND",
            "apply RESUME",
            "containers RESUME",
            "publish RESUME",
            "apply STOP",
            "withdraw STOP",
            "containers STOP");
  }

  @Test
  void aStepThatStaffSkipIsNotTriedAgain() {
    begin(DeploymentStatus.PENDING).rows.next(Place.PREPARE, fails(FailureType.PLAN_LIMIT));
    rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
    rig.give(CommandKind.SKIP, DeploymentStatus.RUNNING);
    assertThat(rig.rows.ended()).containsExactly("PROVISION succeeded");
  }

  @Test
  void aStopThatWasDoneByHandGoesOnAfterIt() {
    begin(DeploymentStatus.RUNNING)
        .rows
        .next(Place.CONTAINERS, fails(FailureType.ENGINE_UNAVAILABLE));
    rig.rows.next(Place.CONTAINERS, fails(FailureType.CONFLICT));
    rig.give(CommandKind.STOP, DeploymentStatus.FAILED);
    rig.give(CommandKind.CONFIRM, DeploymentStatus.STOPPED);
    assertThat(rig.rows.ended()).containsExactly("STOP succeeded");
    rig.give(CommandKind.START, DeploymentStatus.RUNNING);
  }

  @Test
  void aRollBackThatWasFinishedByHandEndsTheWorkflow() {
    begin(DeploymentStatus.PENDING).rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
    rig.rows.next(Place.UNDO, fails(FailureType.CONFLICT));
    rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
    rig.give(CommandKind.ROLL_BACK, DeploymentStatus.FAILED);
    rig.give(CommandKind.CONFIRM);
    rig.awaitEnd();
    assertThat(rig.rows.ended()).containsExactly("PROVISION rolled_back");
  }

  @Test
  void aDeletionThatFailsAtItsEndGoesOnWhenToldTo() {
    begin(DeploymentStatus.STOPPED).rows.next(Place.CLEAR, fails(FailureType.CONFLICT));
    rig.give(CommandKind.DELETE, DeploymentStatus.FAILED);
    rig.give(CommandKind.DELETE);
    rig.awaitEnd();
    assertThat(rig.rows.calls()).filteredOn("clear DELETE"::equals).hasSize(2);
    assertThat(rig.rows.calls()).filteredOn("containers DELETE"::equals).hasSize(1);
  }

  @Test
  void aFirstSetUpThatIsRolledBackLeavesNothingAndEndsTheWorkflow() {
    begin(DeploymentStatus.PENDING).rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
    rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
    rig.give(CommandKind.ROLL_BACK);
    rig.awaitEnd();
    assertThat(rig.rows.ended()).containsExactly("PROVISION rolled_back");
    assertThat(rig.rows.calls()).endsWith("apply ROLL_BACK", "undo PROVISION");
  }

  @Test
  void aRollBackThatFailsWaitsForAPersonAndIsTriedAgain() {
    begin(DeploymentStatus.RUNNING).rows.next(Place.CONTAINERS, fails(FailureType.DISK_FULL));
    rig.rows.next(Place.UNDO, fails(FailureType.CONFLICT));
    rig.give(CommandKind.REDEPLOY, DeploymentStatus.FAILED);
    rig.give(CommandKind.ROLL_BACK);
    rig.rows.await(rows -> rows.calls().contains("wait CONFLICT"));
    rig.give(CommandKind.RETRY, DeploymentStatus.RUNNING);
    assertThat(rig.rows.ended()).containsExactly("REDEPLOY rolled_back");
    assertThat(rig.rows.calls()).endsWith("apply RETRY", "undo REDEPLOY");
  }

  @Test
  void newValuesForAFailedSetUpTakeItUpAgain() {
    begin(DeploymentStatus.PENDING).rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
    rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
    rig.give(CommandKind.REDEPLOY, DeploymentStatus.RUNNING);
    assertThat(rig.rows.ended()).containsExactly("PROVISION succeeded");
    assertThat(rig.rows.calls())
        .endsWith(
            "apply REDEPLOY", "prepare PROVISION", "containers PROVISION", "publish PROVISION");
  }

  @Test
  void whatMaySucceedLaterIsTriedAgainByItself() {
    begin(DeploymentStatus.PENDING);
    for (int i = 0; i < 8; i++) {
      rig.rows.next(Place.CONTAINERS, fails(FailureType.REGISTRY_UNAVAILABLE));
    }
    rig.give(CommandKind.PROVISION);
    rig.pass(Duration.ofMinutes(5));
    rig.rows.await(rows -> rows.status() == DeploymentStatus.RUNNING);
    assertThat(rig.rows.calls()).filteredOn("containers PROVISION"::equals).hasSize(9);
    assertThat(rig.rows.calls()).noneMatch(call -> call.startsWith("wait"));
  }

  @Test
  void rowsThatAreAwayForAWhileLoseNothing() {
    begin(DeploymentStatus.PENDING).rows.next(Place.FIND_OPEN, fails(FailureType.UNEXPECTED));
    rig.rows.next(Place.FIND_OPEN, fails(FailureType.STORE_UNAVAILABLE));
    rig.give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
  }

  @Test
  void aCancelReachesTheStepThatWorksAndUndoesTheSetUp() {
    begin(DeploymentStatus.PENDING).rows.next(Place.CONTAINERS, rig.rows.worksUntilCancelled());
    rig.give(CommandKind.PROVISION);
    rig.rows.awaitRunning("containers PROVISION");
    CommandRef cancel = rig.give(CommandKind.CANCEL);
    rig.awaitEnd();
    assertThat(rig.rows.outcome(cancel)).isEqualTo("applied");
    assertThat(rig.rows.ended()).containsExactly("PROVISION cancelled");
    assertThat(rig.rows.calls()).endsWith("containers PROVISION", "apply CANCEL", "undo PROVISION");
  }

  @Test
  void aCancelledChangeRunsAsBefore() {
    begin(DeploymentStatus.RUNNING).rows.next(Place.CONTAINERS, rig.rows.worksUntilCancelled());
    rig.give(CommandKind.REDEPLOY);
    rig.rows.awaitRunning("containers REDEPLOY");
    rig.give(CommandKind.CANCEL, DeploymentStatus.RUNNING);
    assertThat(rig.rows.ended()).containsExactly("REDEPLOY cancelled");
    rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
  }

  @Test
  void aCancelThatComesBetweenTwoPhasesStopsTheNext() {
    CountDownLatch goOn = new CountDownLatch(1);
    begin(DeploymentStatus.PENDING).rows.next(Place.PREPARE, rig.rows.worksUntil(goOn));
    rig.give(CommandKind.PROVISION);
    rig.rows.awaitRunning("prepare PROVISION");
    rig.give(CommandKind.CANCEL);
    goOn.countDown();
    rig.awaitEnd();
    assertThat(rig.rows.calls()).endsWith("prepare PROVISION", "apply CANCEL", "undo PROVISION");
  }

  @Test
  void aCancelThatWaitsWithItsSetUpIsAppliedAfterIt() {
    begin(DeploymentStatus.PENDING);
    CommandRef cancel = rig.command(CommandKind.CANCEL);
    rig.start(List.of(rig.command(CommandKind.PROVISION), cancel));
    rig.awaitEnd();
    assertThat(rig.rows.outcome(cancel)).isEqualTo("applied");
    assertThat(rig.rows.calls())
        .containsExactly("apply PROVISION", "apply CANCEL", "undo PROVISION");
  }

  @Test
  void aCancelAfterTheEndIsMoot() {
    begin(DeploymentStatus.PENDING).give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
    rig.rows.await(rows -> rows.resting() > 1); // at its first turn, and after the set-up
    CommandRef cancel = rig.give(CommandKind.CANCEL, DeploymentStatus.RUNNING);
    assertThat(rig.rows.outcome(cancel))
        .isEqualTo("Only an app that is being set up or changed can be cancelled.");
    rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
  }

  @Test
  void theSameCommandTwiceIsOnce() {
    begin(DeploymentStatus.PENDING);
    CommandRef provision = rig.give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
    rig.give(provision);
    CommandRef stop = rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
    rig.give(stop);
    rig.give(provision);
    rig.give(CommandKind.START, DeploymentStatus.RUNNING);
    assertThat(rig.rows.calls()).filteredOn("apply STOP"::equals).hasSize(1);
    assertThat(rig.rows.calls()).filteredOn("apply PROVISION"::equals).hasSize(1);
  }

  @Test
  void aWorkflowThatRunsAlreadyIsLeftAlone() {
    begin(DeploymentStatus.PENDING).give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
    String run = rig.runId();
    rig.runs.ensure(DeploymentRig.TENANT, DeploymentRig.DEPLOYMENT);
    assertThat(rig.runId()).isEqualTo(run);
  }

  @Test
  void aFreshRunAfterALostEngineGoesOnWhereTheRowsStand() {
    begin(DeploymentStatus.PENDING);
    List<Step> left = OperationKind.PROVISION.steps().subList(8, 12);
    rig.rows.openAlready(OperationKind.PROVISION, null, left);
    rig.runs.ensure(DeploymentRig.TENANT, DeploymentRig.DEPLOYMENT);
    rig.rows.await(rows -> rows.status() == DeploymentStatus.RUNNING);
    assertThat(rig.rows.calls()).containsExactly("publish PROVISION");
  }

  @Test
  void aFreshRunAfterALostEngineUndoesWhatWasBeingUndone() {
    begin(DeploymentStatus.PENDING);
    rig.rows.openAlready(OperationKind.PROVISION, "cancelled", OperationKind.PROVISION.steps());
    rig.runs.ensure(DeploymentRig.TENANT, DeploymentRig.DEPLOYMENT);
    rig.awaitEnd();
    assertThat(rig.rows.calls()).containsExactly("undo PROVISION");
    assertThat(rig.rows.ended()).containsExactly("PROVISION cancelled");
  }

  @Test
  void manyCommandsBeginAFreshRunThatKnowsTheOldOnesAndCarriesOutTheWaitingOnes() {
    CountDownLatch goOn = new CountDownLatch(1);
    begin(DeploymentStatus.RUNNING).rows.next(Place.CONTAINERS, rig.rows.worksUntil(goOn));
    CommandRef stop = rig.give(CommandKind.STOP);
    rig.rows.awaitRunning("containers STOP");
    String first = rig.runId();
    List<CommandRef> waiting = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      waiting.add(rig.give(CommandKind.PROVISION));
    }
    goOn.countDown();
    rig.rows.await(rows -> rows.outcome(waiting.getLast()) != null);
    assertThat(rig.runId()).isNotEqualTo(first);
    assertThat(waiting).allMatch(c -> rig.rows.outcome(c).equals("It is set up already."));
    rig.give(stop);
    rig.give(waiting.getFirst());
    rig.give(CommandKind.START, DeploymentStatus.RUNNING);
    assertThat(rig.rows.calls()).filteredOn("apply STOP"::equals).hasSize(1);
    assertThat(rig.rows.calls()).filteredOn("apply PROVISION"::equals).hasSize(200);
  }
}
