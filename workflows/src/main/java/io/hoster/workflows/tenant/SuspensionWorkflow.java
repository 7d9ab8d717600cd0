package io.hoster.workflows.tenant;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Brings every deployment of a tenant to where the tenant's row wants it: suspended, or as it was
 * before. Its id is {@code suspension/ten_…}. It goes on until nothing is left, whatever the row
 * says meanwhile, so a resume that comes in the middle of a suspension turns it around.
 */
@WorkflowInterface
public interface SuspensionWorkflow {

  /** Whose deployments. */
  record SuspensionInput(TenantId tenant) {}

  static String idOf(TenantId tenant) {
    return "suspension/" + tenant.value();
  }

  @WorkflowMethod
  void run(SuspensionInput input);
}
