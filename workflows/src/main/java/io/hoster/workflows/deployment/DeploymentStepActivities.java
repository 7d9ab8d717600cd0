package io.hoster.workflows.deployment;

import io.hoster.workflows.operation.OperationRef;
import io.temporal.activity.ActivityInterface;

/**
 * The steps of operations, grouped by {@link io.hoster.workflows.operation.Step.Phase}. Each
 * records a step before and after, skips what is done, and may run twice. The last step's record
 * also ends the operation.
 */
@ActivityInterface
public interface DeploymentStepActivities {

  /** Limits, node, port, configuration. */
  void prepareDeployment(OperationRef operation);

  /** Images, network, volumes, containers; heartbeats. */
  void changeContainers(OperationRef operation);

  /** First-run install, address, credentials, e-mail; heartbeats. */
  void publishDeployment(OperationRef operation);

  /** Turns the address to a page that says so, or away; heartbeats. */
  void withdrawAddress(OperationRef operation);

  /** Frees the port, forgets the secrets, ends the row. */
  void clearDeployment(OperationRef operation);

  /** Undoes in reverse what the operation's ledger holds; heartbeats. */
  void undoOperation(OperationRef operation);
}
