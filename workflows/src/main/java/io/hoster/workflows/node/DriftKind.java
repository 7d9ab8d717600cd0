package io.hoster.workflows.node;

import java.util.List;
import java.util.Locale;

/** Ways in which rows and the world differ, each with what may be done about it. */
public enum DriftKind {
  /** A container of a running app is not there. */
  CONTAINER_MISSING(true),
  /** A container of a running app does not run. */
  CONTAINER_STOPPED(true),
  /** A container of an app that is stopped or suspended runs. */
  CONTAINER_RUNS(true),
  /** The network of a running app is not there. */
  NETWORK_MISSING(true),
  /** The address of an app leads where it should not. */
  ROUTE_WRONG(true),
  /** A volume of an app is not there: what was in it is lost, so a person decides. */
  VOLUME_MISSING(false, Choice.RECREATE, Choice.LEAVE),
  /** A container bears our name and labels, and no row knows it. */
  CONTAINER_UNKNOWN(false, Choice.REMOVE, Choice.LEAVE),
  /** A container bears our labels under a name that we do not give. */
  CONTAINER_FOREIGN(false, Choice.LEAVE),
  NETWORK_UNKNOWN(false, Choice.REMOVE, Choice.LEAVE),
  /** A volume that no row knows; it may hold data, so nothing but a person removes it. */
  VOLUME_UNKNOWN(false, Choice.REMOVE, Choice.LEAVE),
  /** A port is leased to an app that is gone. */
  PORT_UNKNOWN(false, Choice.REMOVE, Choice.LEAVE),
  /** An address belongs to an app that is gone. */
  ROUTE_UNKNOWN(false, Choice.REMOVE, Choice.LEAVE),
  /** Most of the world is missing at once: another engine, or a disk that is not mounted. */
  WORLD_GONE(false, Choice.REPAIR, Choice.LEAVE);

  /** What an operator may decide. */
  public enum Choice {
    /** Removes the one thing that was shown. */
    REMOVE,
    /** Makes it anew, empty. */
    RECREATE,
    /** Repairs everything that is missing. */
    REPAIR,
    /** Leaves it as it is and does not show it again. */
    LEAVE;

    /** As the API writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final boolean repaired;
  private final List<Choice> choices;

  DriftKind(boolean repaired, Choice... choices) {
    this.repaired = repaired;
    this.choices = List.of(choices);
  }

  /** Whether the app's workflow repairs it without being asked. */
  public boolean isRepaired() {
    return repaired;
  }

  /** What an operator may decide; none where it is repaired. */
  public List<Choice> choices() {
    return choices;
  }

  /** As rows and the API write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
