package io.hoster.workflows.operation;

import static io.hoster.workflows.operation.Step.*;

import io.hoster.workflows.deployment.DeploymentStatus;
import java.util.List;

/** What a workflow does to a deployment, and the steps it takes, in order. */
public enum OperationKind {
  PROVISION(
      "Setting up",
      List.of(
          CHECK_LIMITS,
          CHOOSE_NODE,
          RESERVE_PORT,
          PREPARE_CONFIGURATION,
          PULL_IMAGES,
          NETWORKS_AND_VOLUMES,
          START_CONTAINERS,
          WAIT_UNTIL_HEALTHY,
          FIRST_RUN_INSTALL,
          ADDRESS,
          SAVE_CREDENTIALS,
          SEND_EMAIL)),
  START("Starting", List.of(START_CONTAINERS, WAIT_UNTIL_HEALTHY, ADDRESS)),
  STOP("Stopping", List.of(CLOSE_ADDRESS, STOP_CONTAINERS)),
  RESTART("Restarting", List.of(RESTART_CONTAINERS, WAIT_UNTIL_HEALTHY, ADDRESS)),
  REDEPLOY(
      "Updating",
      List.of(
          RESERVE_PORT,
          PREPARE_CONFIGURATION,
          PULL_IMAGES,
          NETWORKS_AND_VOLUMES,
          REPLACE_CONTAINERS,
          WAIT_UNTIL_HEALTHY,
          ADDRESS,
          REMOVE_OLD_VERSION,
          SAVE_CREDENTIALS)),
  SUSPEND("Suspending", List.of(CLOSE_ADDRESS, STOP_CONTAINERS)),
  RESUME("Resuming", List.of(PULL_IMAGES, START_CONTAINERS, WAIT_UNTIL_HEALTHY, ADDRESS)),
  REPAIR(
      "Repairing",
      List.of(PULL_IMAGES, NETWORKS_AND_VOLUMES, START_CONTAINERS, WAIT_UNTIL_HEALTHY, ADDRESS)),
  DELETE(
      "Deleting",
      List.of(REMOVE_ADDRESS, REMOVE_CONTAINERS, REMOVE_NETWORK_AND_VOLUMES, FREE_PORT, FORGET));

  private static final int TRIES_OF_A_NEW_VERSION = 8;

  private final String title;
  private final List<Step> steps;

  OperationKind(String title, List<Step> steps) {
    this.title = title;
    this.steps = steps;
  }

  /** What the customer reads above the steps. */
  public String title() {
    return title;
  }

  public List<Step> steps() {
    return steps;
  }

  /** The status a deployment has while this is under way. */
  public DeploymentStatus during() {
    return switch (this) {
      case PROVISION -> DeploymentStatus.SCHEDULED;
      case START, RESTART, RESUME, REPAIR -> DeploymentStatus.STARTING;
      case STOP, SUSPEND -> DeploymentStatus.STOPPING;
      case REDEPLOY -> DeploymentStatus.UPDATING;
      case DELETE -> DeploymentStatus.DELETING;
    };
  }

  /**
   * After so many tries {@code step} fails. A new version that is not well is given up sooner than
   * a first set-up: the version before is to serve again.
   */
  public int attemptLimit(Step step) {
    return this == REDEPLOY && step == WAIT_UNTIL_HEALTHY
        ? TRIES_OF_A_NEW_VERSION
        : step.attemptLimit();
  }

  /** Whether there is something to go back to, so that it can be cancelled and rolled back. */
  public boolean canRollBack() {
    return this == PROVISION || this == REDEPLOY;
  }
}
