package io.hoster.workflows.deployment;

import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * The one who changes a deployment: sets it up, then lives as long as it does. Its id is {@code
 * deployment/dep_…}. The rows say what is to be done; the workflow does it, in order, and survives
 * everything between.
 */
@WorkflowInterface
public interface DeploymentWorkflow {

  /**
   * @param seen ids of commands taken in earlier runs, newest last
   * @param waiting commands taken but not yet carried out
   */
  record DeploymentInput(
      DeploymentId deployment, TenantId tenant, List<String> seen, List<CommandRef> waiting) {

    public DeploymentInput {
      seen = List.copyOf(seen);
      waiting = List.copyOf(waiting);
    }

    /** For the first run. */
    public static DeploymentInput first(DeploymentId deployment, TenantId tenant) {
      return new DeploymentInput(deployment, tenant, List.of(), List.of());
    }
  }

  static String idOf(DeploymentId deployment) {
    return "deployment/" + deployment.value();
  }

  @WorkflowMethod
  void run(DeploymentInput input);

  /** Takes a command; the same one again is harmless. Answers once it is taken, not done. */
  @UpdateMethod
  void takeCommand(CommandRef command);

  /** Refuses only what is malformed: whether it is legal was decided where it was accepted. */
  @UpdateValidatorMethod(updateName = "takeCommand")
  void validateCommand(CommandRef command);
}
