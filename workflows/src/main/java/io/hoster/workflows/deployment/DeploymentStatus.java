package io.hoster.workflows.deployment;

import java.util.Locale;

/** Where a deployment stands. */
public enum DeploymentStatus {
  PENDING,
  SCHEDULED,
  BUILDING,
  STARTING,
  RUNNING,
  UPDATING,
  STOPPING,
  STOPPED,
  FAILED,
  SUSPENDED,
  DELETING;

  /** As rows and the API write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is no status
   */
  public static DeploymentStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
