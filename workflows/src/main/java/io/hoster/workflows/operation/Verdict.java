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

  /** What the open operation made is undone. */
  record Undo(String endsAs) implements Verdict {}

  /** Not legal in this state, or no longer. */
  record Refused(String reason) implements Verdict {}

  /** The operation that is open on a deployment. */
  record Open(OperationKind kind, boolean waitsForPerson, boolean undoing) {}

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
      case ROLL_BACK ->
          open != null && open.waitsForPerson() && open.kind().canRollBack()
              ? new Undo("rolled_back")
              : refused("Nothing has failed here that could be rolled back.");
      case CANCEL ->
          open != null && open.kind().canRollBack() && !open.undoing()
              ? new Undo("cancelled")
              : refused("Only an app that is being set up or changed can be cancelled.");
      case DELETE -> delete(status, open);
    };
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
