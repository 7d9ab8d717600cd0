package io.hoster.workflows.deployment;

import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.activity.ActivityInterface;

/** What the workflow asks of the rows, and tells them. All idempotent. */
@ActivityInterface
public interface DeploymentRecordActivities {

  /** What stands open for the deployment: an operation in the middle, an undo, nothing, the end. */
  Directive findOpenOperation(TenantId tenant, DeploymentId deployment);

  /**
   * Applies a command: marks it, raises the generation and begins its operation. A command that was
   * applied before, or has become moot, changes nothing.
   */
  Directive applyCommand(TenantId tenant, DeploymentId deployment, CommandRef command);

  /** The failing step is recorded already; the operation now waits for a person. */
  void recordWaitingForPerson(OperationRef operation, String failureType, String message);
}
