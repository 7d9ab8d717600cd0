package io.hoster.workflows.operation;

import io.hoster.workflows.deployment.DeploymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command is legal, and what it leads to. Asked twice with the same rules: when it is
 * accepted, and when the workflow takes it up.
 */
public sealed interface Verdict {

  /** A new operation begins; one that waits for a person is closed. */
  record Begin(OperationKind kind) implements Verdict {}

  /**
   * The operation that waits goes on.
   *
   * @param changed with new values: the steps from the configuration on are done again
   */
  record GoOn(boolean changed) implements Verdict {}

  /** The operation that waits goes on after its failing step, which stays as it is. */
  record PassOver() implements Verdict {}

  /** What the open operation made was removed by hand; its undoing is finished without asking. */
  record UndoneByHand() implements Verdict {}

  /** What the open operation made is undone. */
  record Undo(String endsAs) implements Verdict {}

  /** Not legal in this state, or no longer. */
  record Refused(String reason) implements Verdict {}

  /**
   * The operation that is open on a deployment.
   *
   * @param step where it stands; null: all are done
   */
  record Open(OperationKind kind, boolean waitsForPerson, boolean undoing, @Nullable Step step) {}

  /**
   * @param open null: none
   */
  static Verdict of(CommandKind command, DeploymentStatus status, @Nullable Open open) {
    return switch (command) {
      case PROVISION ->
          status == DeploymentStatus.PENDING && open == null
              ? new Begin(OperationKind.PROVISION)
              : refused("It is set up already.");
      case START ->
          status == DeploymentStatus.STOPPED
              ? new Begin(OperationKind.START)
              : refused("Only a stopped app can be started; this one is " + status.word() + ".");
      case STOP ->
          status == DeploymentStatus.RUNNING
              ? new Begin(OperationKind.STOP)
              : refused("Only a running app can be stopped; this one is " + status.word() + ".");
      case RESTART ->
          status == DeploymentStatus.RUNNING
              ? new Begin(OperationKind.RESTART)
              : refused("Only a running app can be restarted; this one is " + status.word() + ".");
      case REDEPLOY -> redeploy(status, open);
      case RETRY ->
          open != null && open.waitsForPerson()
              ? open.undoing() ? new Undo("rolled_back") : new GoOn(false)
              : refused("Nothing has failed here that could be tried again.");
      case SKIP ->
          open != null && Choices.canSkip(open)
              ? new PassOver()
              : refused("Nothing has failed here that could be skipped.");
      case CONFIRM -> confirm(open);
      case ROLL_BACK ->
          open != null && open.waitsForPerson() && open.kind().canRollBack()
              ? new Undo("rolled_back")
              : refused("Nothing has failed here that could be rolled back.");
      case CANCEL ->
          open != null && open.kind().canRollBack() && !open.undoing()
              ? new Undo("cancelled")
              : refused("Only an app that is being set up or changed can be cancelled.");
      case SUSPEND -> suspend(status, open);
      case RESUME ->
          status == DeploymentStatus.SUSPENDED
              ? new Begin(OperationKind.RESUME)
              : refused("Only a suspended app can be resumed; this one is " + status.word() + ".");
      case REPAIR -> repair(status);
      case DELETE -> delete(status, open);
    };
  }

  private static Verdict confirm(@Nullable Open open) {
    if (open == null || !Choices.canConfirm(open)) {
      return refused("Nothing has failed here that could be done by hand.");
    }
    return open.undoing() ? new UndoneByHand() : new PassOver();
  }

  private static Verdict redeploy(DeploymentStatus status, @Nullable Open open) {
    if (status == DeploymentStatus.RUNNING || status == DeploymentStatus.STOPPED) {
      return new Begin(OperationKind.REDEPLOY);
    }
    if (open != null && open.waitsForPerson() && open.kind().canRollBack() && !open.undoing()) {
      return new GoOn(true);
    }
    return refused(
        "Values can be changed while an app runs, is stopped or needs attention; this one is "
            + status.word()
            + ".");
  }

  /** While work goes on it waits for the end; what is being deleted need not be suspended. */
  private static Verdict suspend(DeploymentStatus status, @Nullable Open open) {
    return switch (status) {
      case RUNNING, STOPPED -> new Begin(OperationKind.SUSPEND);
      case FAILED -> suspendFailed(open);
      case SUSPENDED -> refused("It is suspended already.");
      case DELETING -> refused("It is being deleted.");
      case PENDING, SCHEDULED, BUILDING, STARTING, UPDATING, STOPPING ->
          refused("Work on it is going on. It can be suspended when that has ended.");
    };
  }

  private static Verdict suspendFailed(@Nullable Open open) {
    if (open == null) {
      return new Begin(OperationKind.SUSPEND);
    }
    if (open.kind() == OperationKind.DELETE || open.undoing()) {
      return refused("What it made is being removed.");
    }
    return open.kind() == OperationKind.SUSPEND
        ? new GoOn(false)
        : new Begin(OperationKind.SUSPEND);
  }

  /** What should run is made to run, what should rest is stopped. */
  private static Verdict repair(DeploymentStatus status) {
    return switch (status) {
      case RUNNING -> new Begin(OperationKind.REPAIR);
      case STOPPED -> new Begin(OperationKind.STOP);
      case SUSPENDED -> new Begin(OperationKind.SUSPEND);
      case FAILED, PENDING, SCHEDULED, BUILDING, STARTING, UPDATING, STOPPING, DELETING ->
          refused("Work on it is going on, or waits for a person.");
    };
  }

  private static Verdict delete(DeploymentStatus status, @Nullable Open open) {
    return switch (status) {
      case STOPPED, SUSPENDED -> new Begin(OperationKind.DELETE);
      case FAILED ->
          open != null && open.kind() == OperationKind.DELETE
              ? new GoOn(false)
              : new Begin(OperationKind.DELETE);
      case RUNNING -> refused("It is running. Stop it first, then delete it.");
      case DELETING -> refused("It is being deleted already.");
      case PENDING, SCHEDULED, BUILDING, STARTING, UPDATING, STOPPING ->
          refused("Work on it is going on. Cancel it or wait for the end, then delete it.");
    };
  }

  private static Refused refused(String reason) {
    return new Refused(reason);
  }
}
