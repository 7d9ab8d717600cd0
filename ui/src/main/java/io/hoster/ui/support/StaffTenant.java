package io.hoster.ui.support;

import io.hoster.store.tenant.TenantRow;
import io.hoster.workflows.tenant.SuspensionWorkflow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant, as staff see it.
 *
 * @param owner the address of one of its owners; null: it has none
 * @param deployments that are not gone; so many of them run, so many are suspended
 * @param workflowId of the run that suspends or resumes its apps
 */
record StaffTenant(
    String id,
    String name,
    @Nullable String owner,
    String plan,
    @Nullable Instant suspendedAt,
    @Nullable String suspendedReason,
    int deployments,
    int running,
    int suspended,
    Instant createdAt,
    String workflowId,
    String workflowLink) {

  static StaffTenant of(TenantRow row, WorkflowLinks links) {
    String workflow = SuspensionWorkflow.idOf(row.id());
    return new StaffTenant(
        row.id().value(),
        row.name(),
        row.owner(),
        row.plan(),
        row.suspendedAt(),
        row.suspendedReason(),
        row.deployments(),
        row.running(),
        row.suspended(),
        row.createdAt(),
        workflow,
        links.run(workflow));
  }
}
