package io.hoster.workflows.operation;

import org.jspecify.annotations.Nullable;

/** One line of the timeline, in the customer's words, with how often it is tried by itself. */
public enum Step {
  CHECK_LIMITS(
      "Check limits", Phase.PREPARE, 3, "The app is set up although the plan's limit is reached."),
  CHOOSE_NODE("Choose a node", Phase.PREPARE, 20),
  RESERVE_PORT("Reserve a port", Phase.PREPARE, 5),
  PREPARE_CONFIGURATION("Prepare configuration", Phase.PREPARE, 3),
  PULL_IMAGES("Pull images", Phase.CONTAINERS, 10),
  NETWORKS_AND_VOLUMES("Networks and volumes", Phase.CONTAINERS, 20),
  START_CONTAINERS("Start containers", Phase.CONTAINERS, 20),
  RESTART_CONTAINERS("Restart containers", Phase.CONTAINERS, 20),
  REPLACE_CONTAINERS("Replace containers", Phase.CONTAINERS, 20),
  WAIT_UNTIL_HEALTHY(
      "Wait until healthy",
      Phase.CONTAINERS,
      20,
      "The address opens although the check has not passed."),
  FIRST_RUN_INSTALL(
      "First-run install", Phase.PUBLISH, 5, "Its owner finishes the installation by hand."),
  ADDRESS("Address and HTTPS", Phase.PUBLISH, 20),
  REMOVE_OLD_VERSION("Remove the old version", Phase.PUBLISH, 20),
  SAVE_CREDENTIALS("Save credentials", Phase.PUBLISH, 5, "No credentials are shown for it."),
  SEND_EMAIL("Send e-mail", Phase.PUBLISH, 5, "Its owner gets no mail that it runs."),
  CLOSE_ADDRESS("Close the address", Phase.WITHDRAW, 20),
  REMOVE_ADDRESS("Remove the address", Phase.WITHDRAW, 20),
  STOP_CONTAINERS("Stop containers", Phase.CONTAINERS, 20),
  REMOVE_CONTAINERS("Remove containers", Phase.CONTAINERS, 20),
  REMOVE_NETWORK_AND_VOLUMES("Remove network and volumes", Phase.CONTAINERS, 20),
  FREE_PORT("Free the port", Phase.CLEAR, 5),
  FORGET("Forget secrets and name", Phase.CLEAR, 5);

  /**
   * Neighbouring steps that one activity carries out: a hop through the engine costs about 25 ms, a
   * step inside an activity almost nothing, and each is recorded by itself all the same.
   */
  public enum Phase {
    PREPARE,
    WITHDRAW,
    CONTAINERS,
    PUBLISH,
    CLEAR
  }

  private final String title;
  private final Phase phase;
  private final int attemptLimit;
  private final @Nullable String whenSkipped;

  Step(String title, Phase phase, int attemptLimit) {
    this(title, phase, attemptLimit, null);
  }

  Step(String title, Phase phase, int attemptLimit, @Nullable String whenSkipped) {
    this.title = title;
    this.phase = phase;
    this.attemptLimit = attemptLimit;
    this.whenSkipped = whenSkipped;
  }

  public String title() {
    return title;
  }

  public Phase phase() {
    return phase;
  }

  /** After so many tries it fails, where the operation says nothing else. */
  int attemptLimit() {
    return attemptLimit;
  }

  /** What it means that staff skip it, in a sentence; null: it cannot be skipped. */
  public @Nullable String whenSkipped() {
    return whenSkipped;
  }

  /** Whether a person can do it by hand outside the platform and say so. */
  public boolean canBeDoneByHand() {
    return switch (this) {
      case CLOSE_ADDRESS,
          REMOVE_ADDRESS,
          STOP_CONTAINERS,
          REMOVE_CONTAINERS,
          REMOVE_NETWORK_AND_VOLUMES ->
          true;
      case CHECK_LIMITS,
          CHOOSE_NODE,
          RESERVE_PORT,
          PREPARE_CONFIGURATION,
          PULL_IMAGES,
          NETWORKS_AND_VOLUMES,
          START_CONTAINERS,
          RESTART_CONTAINERS,
          REPLACE_CONTAINERS,
          WAIT_UNTIL_HEALTHY,
          FIRST_RUN_INSTALL,
          ADDRESS,
          REMOVE_OLD_VERSION,
          SAVE_CREDENTIALS,
          SEND_EMAIL,
          FREE_PORT,
          FORGET ->
          false;
    };
  }
}
