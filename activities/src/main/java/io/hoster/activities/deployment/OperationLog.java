package io.hoster.activities.deployment;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentWorkflow;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/**
 * While it is open every line that its thread logs carries, as fields, whose deployment it is about
 * and which workflow did it.
 */
final class OperationLog implements AutoCloseable {

  private final List<MDC.MDCCloseable> fields = new ArrayList<>();

  private OperationLog(TenantId tenant, DeploymentId deployment) {
    field("workflow_id", DeploymentWorkflow.idOf(deployment));
    field("deployment_id", deployment.value());
    field("tenant_id", tenant.value());
  }

  static OperationLog of(TenantId tenant, DeploymentId deployment) {
    return new OperationLog(tenant, deployment);
  }

  static OperationLog of(OperationRef operation) {
    OperationLog log = new OperationLog(operation.tenant(), operation.deployment());
    log.field("operation_id", operation.id().value());
    return log;
  }

  private void field(String name, String value) {
    fields.add(MDC.putCloseable(name, value));
  }

  @Override
  public void close() {
    fields.forEach(MDC.MDCCloseable::close);
  }
}
