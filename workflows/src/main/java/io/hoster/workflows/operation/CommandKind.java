package io.hoster.workflows.operation;

/** What somebody may ask of a deployment. */
public enum CommandKind {
  PROVISION,
  START,
  STOP,
  RESTART,
  REDEPLOY,
  RETRY,
  ROLL_BACK,
  CANCEL,
  DELETE
}
