package io.hoster.workflows.deployment;

import static io.hoster.workflows.deployment.DeploymentStatus.DELETING;
import static io.hoster.workflows.deployment.DeploymentStatus.FAILED;
import static io.hoster.workflows.deployment.DeploymentStatus.PENDING;
import static io.hoster.workflows.deployment.DeploymentStatus.RUNNING;
import static io.hoster.workflows.deployment.DeploymentStatus.STOPPED;
import static io.hoster.workflows.deployment.DeploymentStatus.SUSPENDED;
import static io.hoster.workflows.deployment.RowsInMemory.fails;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.SavedHistory;
import io.hoster.workflows.deployment.RowsInMemory.Place;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** The lives of deployments whose histories are kept, to be replayed by all later versions. */
enum Scenario {
  WHOLE_LIFE(
      PENDING,
      Life.of(CommandKind.PROVISION, RUNNING)
          .then(Life.of(CommandKind.STOP, STOPPED))
          .then(Life.of(CommandKind.START, RUNNING))
          .then(Life.of(CommandKind.STOP, STOPPED))
          .then(Life.of(CommandKind.DELETE, DELETING))),
  REDEPLOY(
      RUNNING,
      Life.of(CommandKind.REDEPLOY, RUNNING)
          .then(Life.of(CommandKind.RESTART, RUNNING))
          .then(Life.of(CommandKind.STOP, STOPPED))),
  SUSPENSION_AND_REPAIR(
      RUNNING,
      Life.of(CommandKind.SUSPEND, SUSPENDED)
          .then(Life.of(CommandKind.RESUME, RUNNING))
          .then(Life.of(CommandKind.REPAIR, RUNNING))
          .then(Life.of(CommandKind.STOP, STOPPED))),
  /** What should rest is found at work by a sweep. */
  REPAIR_AT_REST(
      STOPPED,
      Life.of(CommandKind.REPAIR, STOPPED)
          .then(Life.of(CommandKind.SUSPEND, SUSPENDED))
          .then(Life.of(CommandKind.REPAIR, SUSPENDED))),

  FAILURE_AND_RETRY(PENDING, onceImageMissing().then(Life.of(CommandKind.RETRY, RUNNING))),
  RETRIED_PROVISION(PENDING, Life.retried(OperationKind.PROVISION, RUNNING)),
  RETRIED_START(STOPPED, Life.retried(OperationKind.START, RUNNING)),
  RETRIED_STOP(RUNNING, Life.retried(OperationKind.STOP, STOPPED)),
  RETRIED_RESTART(RUNNING, Life.retried(OperationKind.RESTART, RUNNING)),
  RETRIED_REDEPLOY(RUNNING, Life.retried(OperationKind.REDEPLOY, RUNNING)),
  RETRIED_SUSPEND(RUNNING, Life.retried(OperationKind.SUSPEND, SUSPENDED)),
  RETRIED_RESUME(SUSPENDED, Life.retried(OperationKind.RESUME, RUNNING)),
  RETRIED_REPAIR(RUNNING, Life.retried(OperationKind.REPAIR, RUNNING)),
  RETRIED_DELETE(STOPPED, Life.retried(OperationKind.DELETE, DELETING)),

  SKIP(
      PENDING,
      rig -> {
        rig.rows.next(Place.PREPARE, fails(FailureType.PLAN_LIMIT));
        rig.give(CommandKind.PROVISION, FAILED);
        rig.give(CommandKind.SKIP, RUNNING);
      }),
  SKIPPED_PROVISION(PENDING, Life.skipped(OperationKind.PROVISION, RUNNING)),
  SKIPPED_START(STOPPED, Life.skipped(OperationKind.START, RUNNING)),
  SKIPPED_RESTART(RUNNING, Life.skipped(OperationKind.RESTART, RUNNING)),
  SKIPPED_REDEPLOY(RUNNING, Life.skipped(OperationKind.REDEPLOY, RUNNING)),
  SKIPPED_RESUME(SUSPENDED, Life.skipped(OperationKind.RESUME, RUNNING)),
  SKIPPED_REPAIR(RUNNING, Life.skipped(OperationKind.REPAIR, RUNNING)),

  CONFIRM_STOP(
      RUNNING,
      rig -> {
        rig.rows.next(Place.CONTAINERS, fails(FailureType.CONFLICT));
        rig.give(CommandKind.STOP, FAILED);
        rig.give(CommandKind.CONFIRM, STOPPED);
      }),
  CONFIRMED_STOP(RUNNING, Life.confirmed(OperationKind.STOP, STOPPED)),
  CONFIRMED_SUSPEND(RUNNING, Life.confirmed(OperationKind.SUSPEND, SUSPENDED)),
  CONFIRMED_DELETE(STOPPED, Life.confirmed(OperationKind.DELETE, DELETING)),

  FAILURE_AND_ROLL_BACK(PENDING, onceImageMissing().then(Life.of(CommandKind.ROLL_BACK, PENDING))),
  ROLLED_BACK_FROM_PREPARE(
      PENDING, Life.rolledBack(OperationKind.PROVISION, Step.Phase.PREPARE, PENDING)),
  ROLLED_BACK_FROM_PUBLISH(
      PENDING, Life.rolledBack(OperationKind.PROVISION, Step.Phase.PUBLISH, PENDING)),
  ROLLED_BACK_REDEPLOY(
      RUNNING,
      Life.rolledBack(OperationKind.REDEPLOY, Step.Phase.PREPARE, RUNNING)
          .then(Life.rolledBack(OperationKind.REDEPLOY, Step.Phase.CONTAINERS, RUNNING))
          .then(Life.rolledBack(OperationKind.REDEPLOY, Step.Phase.PUBLISH, RUNNING))),
  CONFIRM_ROLL_BACK(PENDING, onceUndoFails().then(Life.of(CommandKind.CONFIRM, PENDING))),
  RETRIED_ROLL_BACK(PENDING, onceUndoFails().then(Life.of(CommandKind.RETRY, PENDING))),
  RETRIED_ROLL_BACK_OF_REDEPLOY(
      RUNNING,
      rig -> {
        rig.rows.next(Place.CONTAINERS, fails(FailureType.DISK_FULL));
        rig.rows.next(Place.UNDO, fails(FailureType.CONFLICT));
        rig.give(CommandKind.REDEPLOY, FAILED);
        rig.give(CommandKind.ROLL_BACK, FAILED);
        rig.give(CommandKind.RETRY, RUNNING);
      }),

  CANCEL(PENDING, Life.cancelled(OperationKind.PROVISION, Step.Phase.CONTAINERS, PENDING)),
  CANCELLED_IN_PREPARE(
      PENDING, Life.cancelled(OperationKind.PROVISION, Step.Phase.PREPARE, PENDING)),
  CANCELLED_IN_PUBLISH(
      PENDING, Life.cancelled(OperationKind.PROVISION, Step.Phase.PUBLISH, PENDING)),
  CANCELLED_REDEPLOY(
      RUNNING,
      Life.cancelled(OperationKind.REDEPLOY, Step.Phase.PREPARE, RUNNING)
          .then(Life.cancelled(OperationKind.REDEPLOY, Step.Phase.CONTAINERS, RUNNING))
          .then(Life.cancelled(OperationKind.REDEPLOY, Step.Phase.PUBLISH, RUNNING))),
  CANCELLED_BETWEEN_PHASES(
      PENDING,
      rig -> {
        CountDownLatch goOn = new CountDownLatch(1);
        rig.rows.next(Place.PREPARE, rig.rows.worksUntil(goOn));
        rig.give(CommandKind.PROVISION);
        rig.rows.awaitRunning("prepare PROVISION");
        CommandRef cancel = rig.give(CommandKind.CANCEL);
        goOn.countDown();
        rig.awaitRest(cancel, PENDING);
      }),
  /** Both had waited for a worker, or for the run before to end. */
  CANCELLED_BEFORE_IT_BEGAN(
      PENDING,
      rig -> {
        CommandRef cancel = rig.command(CommandKind.CANCEL);
        rig.start(List.of(rig.command(CommandKind.PROVISION), cancel));
        rig.awaitRest(cancel, PENDING);
      }),
  CANCELLED_AFTER_IT_FAILED(PENDING, onceImageMissing().then(Life.of(CommandKind.CANCEL, PENDING))),
  CANCELLED_TOO_LATE(
      PENDING,
      Life.of(CommandKind.PROVISION, RUNNING)
          .then(rig -> rig.rows.await(rows -> rows.resting() > 1))
          .then(Life.of(CommandKind.CANCEL, RUNNING))
          .then(Life.of(CommandKind.STOP, STOPPED))),

  NEW_VALUES_AFTER_A_FAILURE(
      PENDING, onceImageMissing().then(Life.of(CommandKind.REDEPLOY, RUNNING))),
  SUSPENDED_AFTER_A_FAILURE(
      RUNNING,
      rig -> {
        rig.rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
        rig.give(CommandKind.REDEPLOY, FAILED);
        rig.give(CommandKind.SUSPEND, SUSPENDED);
        rig.give(CommandKind.RESUME, RUNNING);
      }),
  DELETED_AFTER_A_FAILURE(
      STOPPED,
      rig -> {
        rig.rows.next(Place.CONTAINERS, fails(FailureType.CONFLICT));
        rig.give(CommandKind.START, FAILED);
        rig.give(CommandKind.DELETE, DELETING);
      }),
  DELETED_AT_SECOND_TRY(
      STOPPED,
      rig -> {
        rig.rows.next(Place.CONTAINERS, fails(FailureType.CONFLICT));
        rig.give(CommandKind.DELETE, FAILED);
        rig.give(CommandKind.DELETE, DELETING);
      }),

  TRIED_AGAIN_BY_ITSELF(
      PENDING,
      rig -> {
        rig.rows.next(Place.PREPARE, fails(FailureType.STORE_UNAVAILABLE));
        rig.rows.next(Place.CONTAINERS, fails(FailureType.REGISTRY_UNAVAILABLE));
        rig.rows.next(Place.CONTAINERS, fails(FailureType.ENGINE_UNAVAILABLE));
        rig.give(CommandKind.PROVISION);
        rig.pass(Duration.ofMinutes(5));
        rig.rows.await(rows -> rows.status() == RUNNING);
      }),
  ROWS_AWAY(
      PENDING,
      rig -> {
        rig.rows.next(Place.FIND_OPEN, fails(FailureType.UNEXPECTED));
        rig.rows.next(Place.FIND_OPEN, fails(FailureType.STORE_UNAVAILABLE));
        rig.give(CommandKind.PROVISION, RUNNING);
      }),
  THE_SAME_COMMAND_TWICE(
      PENDING,
      rig -> {
        CommandRef provision = rig.give(CommandKind.PROVISION, RUNNING);
        CommandRef stop = rig.give(CommandKind.STOP, STOPPED);
        rig.give(provision);
        rig.give(stop);
        rig.give(CommandKind.START, RUNNING);
      }),

  /** The engine lost everything in the middle of a set-up. */
  RESUMED_FROM_ITS_ROWS(
      PENDING,
      rig -> {
        List<Step> left = OperationKind.PROVISION.steps();
        rig.rows.openAlready(
            OperationKind.PROVISION,
            null,
            left.subList(left.indexOf(Step.WAIT_UNTIL_HEALTHY), left.size()));
        rig.runs.ensure(DeploymentRig.TENANT, DeploymentRig.DEPLOYMENT);
        rig.rows.await(rows -> rows.status() == RUNNING);
      }),
  UNDONE_FROM_ITS_ROWS(
      PENDING,
      rig -> {
        rig.rows.openAlready(OperationKind.PROVISION, "cancelled", OperationKind.PROVISION.steps());
        rig.runs.ensure(DeploymentRig.TENANT, DeploymentRig.DEPLOYMENT);
        rig.awaitEnd();
      }),
  /** So many commands that a fresh run takes over; this is the one before. */
  FRESH_RUN_AFTER_MANY_COMMANDS(
      RUNNING,
      rig -> {
        CountDownLatch goOn = new CountDownLatch(1);
        rig.rows.next(Place.CONTAINERS, rig.rows.worksUntil(goOn));
        rig.give(CommandKind.STOP);
        rig.rows.awaitRunning("containers STOP");
        for (int i = 0; i < 199; i++) {
          rig.give(CommandKind.PROVISION);
        }
        goOn.countDown();
        rig.rows.await(rows -> rows.status() == STOPPED);
      });

  private final DeploymentStatus before;
  private final Life life;

  Scenario(DeploymentStatus before, Life life) {
    this.before = before;
    this.life = life;
  }

  private static Life onceImageMissing() {
    return rig -> {
      rig.rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
      rig.give(CommandKind.PROVISION, FAILED);
    };
  }

  private static Life onceUndoFails() {
    return onceImageMissing()
        .then(rig -> {
          rig.rows.next(Place.UNDO, fails(FailureType.CONFLICT));
          rig.give(CommandKind.ROLL_BACK, FAILED);
        });
  }

  /** Lives it and returns its first run's history, in the clear. */
  String record() {
    try (DeploymentRig rig = new DeploymentRig(before)) {
      life.live(rig);
      return rig.restingHistory().toJson(false);
    }
  }

  /** Where its history is kept. */
  SavedHistory history() {
    return new SavedHistory(
        "deployment/"
            + name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (this == FRESH_RUN_AFTER_MANY_COMMANDS ? "-v1.json.gz" : "-v1.json"));
  }
}
