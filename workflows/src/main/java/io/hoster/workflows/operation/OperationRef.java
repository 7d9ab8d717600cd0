package io.hoster.workflows.operation;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;

/**
 * A running operation, as the workflow hands it to activities.
 *
 * @param generation the deployment's generation that this operation raised; a writer that finds a
 *     newer one stops
 * @param steps what is not yet done, in order
 * @param total how many steps the operation has in all
 */
public record OperationRef(
    OperationId id,
    OperationKind kind,
    TenantId tenant,
    DeploymentId deployment,
    long generation,
    List<Step> steps,
    int total) {

  public OperationRef {
    steps = List.copyOf(steps);
  }

  /** The same operation, when it goes on under another generation. */
  public OperationRef under(long another) {
    return new OperationRef(id, kind, tenant, deployment, another, steps, total);
  }

  /** The phases still to go through, in order, each once. */
  public List<Step.Phase> phases() {
    return steps.stream().map(Step::phase).distinct().toList();
  }
}
