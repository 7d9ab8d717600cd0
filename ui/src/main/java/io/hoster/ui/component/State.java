package io.hoster.ui.component;

import java.util.Locale;

/** The states of things that a badge can show, under the names they are stored with. */
public enum State {
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
  DELETING,
  HEALTHY,
  DEGRADED,
  UNHEALTHY,
  UNAVAILABLE,
  UNKNOWN,
  QUEUED,
  WORKING,
  SUCCEEDED,
  WAITING_FOR_PERSON,
  ROLLED_BACK,
  CANCELLED,
  EXITED,
  DRAFT,
  IN_REVIEW,
  PUBLISHED,
  DEPRECATED,
  WITHDRAWN;

  /**
   * The state stored as {@code stored}.
   *
   * @throws IllegalArgumentException when no state has that name
   */
  public static State of(String stored) {
    return valueOf(stored.toUpperCase(Locale.ROOT));
  }

  /**
   * The state of an operation stored as {@code stored}: one that runs is at work.
   *
   * @throws IllegalArgumentException when no state has that name
   */
  public static State ofOperation(String stored) {
    return stored.equals("running") ? WORKING : of(stored);
  }

  /** The word a customer reads. */
  public String word() {
    return Texts.text("state." + name().toLowerCase(Locale.ROOT));
  }

  /** Whether work goes on that will lead to another state by itself. */
  public boolean isWorking() {
    return StateBadge.family(this) == StateBadge.Family.WORKING;
  }
}
