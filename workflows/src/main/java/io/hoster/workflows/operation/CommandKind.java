package io.hoster.workflows.operation;

/** What somebody may ask of a deployment. */
public enum CommandKind {
  PROVISION,
  START,
  STOP,
  RESTART,
  REDEPLOY,
  RETRY,
  /** Staff: goes on after the failing step. */
  SKIP,
  /** Staff: the failing step was done by hand. */
  CONFIRM,
  ROLL_BACK,
  CANCEL,
  /** Staff: stopped with all data kept, until it is resumed. */
  SUSPEND,
  /** Staff: what it was before it was suspended. */
  RESUME,
  /** The platform itself: brings back what a sweep did not find as it should be. */
  REPAIR,
  DELETE;

  /** Whether customers ask for it; the rest is for staff and for the platform itself. */
  public boolean isForCustomers() {
    return switch (this) {
      case PROVISION, START, STOP, RESTART, REDEPLOY, RETRY, ROLL_BACK, CANCEL, DELETE -> true;
      case SKIP, CONFIRM, SUSPEND, RESUME, REPAIR -> false;
    };
  }
}
