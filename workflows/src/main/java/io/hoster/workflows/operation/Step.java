package io.hoster.workflows.operation;

/** One line of the timeline, in the customer's words, with how often it is tried by itself. */
public enum Step {
  CHECK_LIMITS("Check limits", Phase.PREPARE, 3),
  CHOOSE_NODE("Choose a node", Phase.PREPARE, 20),
  RESERVE_PORT("Reserve a port", Phase.PREPARE, 5),
  PREPARE_CONFIGURATION("Prepare configuration", Phase.PREPARE, 3),
  PULL_IMAGES("Pull images", Phase.CONTAINERS, 5),
  NETWORKS_AND_VOLUMES("Networks and volumes", Phase.CONTAINERS, 20),
  START_CONTAINERS("Start containers", Phase.CONTAINERS, 20),
  RESTART_CONTAINERS("Restart containers", Phase.CONTAINERS, 20),
  REPLACE_CONTAINERS("Replace containers", Phase.CONTAINERS, 20),
  WAIT_UNTIL_HEALTHY("Wait until healthy", Phase.CONTAINERS, 20),
  FIRST_RUN_INSTALL("First-run install", Phase.PUBLISH, 5),
  ADDRESS("Address and HTTPS", Phase.PUBLISH, 20),
  SAVE_CREDENTIALS("Save credentials", Phase.PUBLISH, 5),
  SEND_EMAIL("Send e-mail", Phase.PUBLISH, 5),
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

  Step(String title, Phase phase, int attemptLimit) {
    this.title = title;
    this.phase = phase;
    this.attemptLimit = attemptLimit;
  }

  public String title() {
    return title;
  }

  public Phase phase() {
    return phase;
  }

  /** After so many tries it fails and waits for a person. */
  public int attemptLimit() {
    return attemptLimit;
  }
}
