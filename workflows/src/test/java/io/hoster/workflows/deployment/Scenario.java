package io.hoster.workflows.deployment;

import static io.hoster.workflows.deployment.RowsInMemory.fails;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.SavedHistory;
import io.hoster.workflows.deployment.RowsInMemory.Place;
import io.hoster.workflows.operation.CommandKind;
import java.util.Locale;

/** The lives of deployments whose histories are kept, to be replayed by all later versions. */
enum Scenario {
  WHOLE_LIFE(DeploymentStatus.PENDING) {
    @Override
    void live(DeploymentRig rig) {
      rig.give(CommandKind.PROVISION, DeploymentStatus.RUNNING);
      rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
      rig.give(CommandKind.START, DeploymentStatus.RUNNING);
      rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
      rig.give(CommandKind.DELETE);
      rig.awaitEnd();
    }
  },
  FAILURE_AND_RETRY(DeploymentStatus.PENDING) {
    @Override
    void live(DeploymentRig rig) {
      rig.rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
      rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
      rig.give(CommandKind.RETRY, DeploymentStatus.RUNNING);
    }
  },
  FAILURE_AND_ROLL_BACK(DeploymentStatus.PENDING) {
    @Override
    void live(DeploymentRig rig) {
      rig.rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
      rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
      rig.give(CommandKind.ROLL_BACK);
      rig.awaitEnd();
    }
  },
  CANCEL(DeploymentStatus.PENDING) {
    @Override
    void live(DeploymentRig rig) {
      rig.rows.next(Place.CONTAINERS, rig.rows.worksUntilCancelled());
      rig.give(CommandKind.PROVISION);
      rig.rows.awaitRunning("containers PROVISION");
      rig.give(CommandKind.CANCEL);
      rig.awaitEnd();
    }
  },
  SKIP(DeploymentStatus.PENDING) {
    @Override
    void live(DeploymentRig rig) {
      rig.rows.next(Place.PREPARE, fails(FailureType.PLAN_LIMIT));
      rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
      rig.give(CommandKind.SKIP, DeploymentStatus.RUNNING);
    }
  },
  CONFIRM_STOP(DeploymentStatus.RUNNING) {
    @Override
    void live(DeploymentRig rig) {
      rig.rows.next(Place.CONTAINERS, fails(FailureType.CONFLICT));
      rig.give(CommandKind.STOP, DeploymentStatus.FAILED);
      rig.give(CommandKind.CONFIRM, DeploymentStatus.STOPPED);
    }
  },
  CONFIRM_ROLL_BACK(DeploymentStatus.PENDING) {
    @Override
    void live(DeploymentRig rig) {
      rig.rows.next(Place.CONTAINERS, fails(FailureType.IMAGE_MISSING));
      rig.rows.next(Place.UNDO, fails(FailureType.CONFLICT));
      rig.give(CommandKind.PROVISION, DeploymentStatus.FAILED);
      rig.give(CommandKind.ROLL_BACK, DeploymentStatus.FAILED);
      rig.give(CommandKind.CONFIRM);
      rig.awaitEnd();
    }
  },
  SUSPENSION_AND_REPAIR(DeploymentStatus.RUNNING) {
    @Override
    void live(DeploymentRig rig) {
      rig.give(CommandKind.SUSPEND, DeploymentStatus.SUSPENDED);
      rig.give(CommandKind.RESUME, DeploymentStatus.RUNNING);
      rig.give(CommandKind.REPAIR);
      rig.rows.await(rows -> rows.ended().contains("REPAIR succeeded"));
      rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
    }
  },
  REDEPLOY(DeploymentStatus.RUNNING) {
    @Override
    void live(DeploymentRig rig) {
      rig.give(CommandKind.REDEPLOY);
      rig.rows.await(rows -> rows.ended().contains("REDEPLOY succeeded"));
      rig.give(CommandKind.RESTART);
      rig.rows.await(rows -> rows.ended().contains("RESTART succeeded"));
      rig.give(CommandKind.STOP, DeploymentStatus.STOPPED);
    }
  };

  private final DeploymentStatus before;

  Scenario(DeploymentStatus before) {
    this.before = before;
  }

  abstract void live(DeploymentRig rig);

  /** Lives it and returns its history, in the clear. */
  String record() {
    try (DeploymentRig rig = new DeploymentRig(before)) {
      live(rig);
      return rig.history().toJson(true);
    }
  }

  /** Where its history is kept. */
  SavedHistory history() {
    return new SavedHistory(
        "deployment/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-v1.json");
  }
}
