package io.hoster.workflows.catalog.compose;

/** What the policy does with a key of a compose file. */
public enum Decision {
  /** The plan says what the file says. */
  KEEP,
  /** The file may say it, and the platform decides something else; a notice tells so. */
  REWRITE,
  /** The file does not compile with it. */
  REFUSE
}
