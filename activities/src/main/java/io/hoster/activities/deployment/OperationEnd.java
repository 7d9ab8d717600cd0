package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.tenant.TenantStore;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import org.springframework.stereotype.Component;

/** What the deployment's row says while an operation goes on, and when it has ended. */
@Component
final class OperationEnd {

  private final DeploymentStore deployments;
  private final OperationStore operations;
  private final TenantStore tenants;
  private final OperationMeters meters;

  OperationEnd(
      DeploymentStore deployments,
      OperationStore operations,
      TenantStore tenants,
      OperationMeters meters) {
    this.tenants = tenants;
    this.deployments = deployments;
    this.operations = operations;
    this.meters = meters;
  }

  /** A step begins; the transaction is the step's own. */
  void entering(OperationRef operation, Step step) {
    if (operation.kind() == OperationKind.PROVISION && step == Step.NETWORKS_AND_VOLUMES) {
      deployments.setStatus(
          operation.tenant(), operation.deployment(), DeploymentStatus.STARTING, null);
    }
  }

  /** The last step is done; the transaction is the step's own. */
  void succeeded(OperationRef operation) {
    operations.end(operation.tenant(), operation.id(), "succeeded");
    meters.ended(operation.kind(), "succeeded");
    switch (operation.kind()) {
      case PROVISION, START, RESTART, REDEPLOY, REPAIR -> runs(operation);
      case RESUME -> resumed(operation);
      case SUSPEND ->
          deployments.setStatus(
              operation.tenant(),
              operation.deployment(),
              DeploymentStatus.SUSPENDED,
              "The account is suspended"
                  + tenants.suspensionReason(operation.tenant()).orElse(".")
                  + " The app is stopped and its data is kept. Ask support.");
      case STOP ->
          deployments.setStatus(
              operation.tenant(), operation.deployment(), DeploymentStatus.STOPPED, null);
      case DELETE -> deployments.end(operation.tenant(), operation.deployment());
    }
    deployments.addEvent(
        operation.tenant(),
        operation.deployment(),
        operation.kind().name().toLowerCase(java.util.Locale.ROOT),
        done(operation.kind()),
        operation.id());
  }

  private void runs(OperationRef operation) {
    int revision =
        deployments
            .find(operation.tenant(), operation.deployment())
            .map(DeploymentStore.Facts::revision)
            .orElseThrow();
    deployments.setApplied(operation.tenant(), operation.deployment(), revision);
    deployments.setStatus(
        operation.tenant(), operation.deployment(), DeploymentStatus.RUNNING, null);
  }

  /** What ran runs, what was stopped stays stopped. */
  private void resumed(OperationRef operation) {
    boolean ran =
        deployments
            .find(operation.tenant(), operation.deployment())
            .map(facts -> facts.suspendedFrom() != DeploymentStatus.STOPPED)
            .orElseThrow();
    deployments.setSuspendedFrom(operation.tenant(), operation.deployment(), null);
    if (ran) {
      runs(operation);
    } else {
      deployments.setStatus(
          operation.tenant(), operation.deployment(), DeploymentStatus.STOPPED, null);
    }
  }

  private static String done(OperationKind kind) {
    return switch (kind) {
      case PROVISION -> "Set up and running.";
      case START -> "Started.";
      case STOP -> "Stopped.";
      case RESTART -> "Restarted.";
      case REDEPLOY -> "Updated and running.";
      case SUSPEND -> "Suspended; its data is kept.";
      case RESUME -> "Resumed, as it was before.";
      case REPAIR -> "Repaired: something of it was not as it should be.";
      case DELETE -> "Deleted.";
    };
  }
}
