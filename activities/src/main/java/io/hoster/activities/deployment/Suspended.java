package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import org.jspecify.annotations.Nullable;

/** What a suspended deployment was, and thus becomes again. */
final class Suspended {

  private Suspended() {}

  /**
   * What it is resumed to: {@code RUNNING}, {@code STOPPED}, or {@code FAILED} when its first
   * set-up never came to its end.
   *
   * @param open an operation that failed and waits; it is given up
   */
  static DeploymentStatus from(Facts facts, @Nullable OpenOperation open) {
    DeploymentStatus before = facts.suspendedFrom();
    if (before != null) {
      return before; // its resuming failed
    }
    if (facts.appliedRevision() == 0) {
      return DeploymentStatus.FAILED;
    }
    if (open == null) {
      return facts.status() == DeploymentStatus.STOPPED
          ? DeploymentStatus.STOPPED
          : DeploymentStatus.RUNNING;
    }
    return switch (open.ref().kind()) {
      case STOP -> DeploymentStatus.STOPPED;
      case REDEPLOY -> open.statusBefore();
      case PROVISION, START, RESTART, SUSPEND, RESUME, REPAIR, DELETE -> DeploymentStatus.RUNNING;
    };
  }

  /** One that was suspended before it was ever set up is set up anew, from the first step. */
  static OperationKind kind(Facts facts, OperationKind judged) {
    return judged == OperationKind.RESUME && facts.suspendedFrom() == DeploymentStatus.FAILED
        ? OperationKind.PROVISION
        : judged;
  }
}
