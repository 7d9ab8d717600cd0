package io.hoster.activities.tenant;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.tenant.SuspensionStore;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.tenant.SuspensionActivities;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** One command for each deployment, in batches; the relay hands them to their workflows. */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class SuspensionActivitiesImpl implements SuspensionActivities {

  private static final int BATCH = 100;

  private final WorkerTransactions transactions;
  private final SuspensionStore suspensions;
  private final CommandStore commands;

  SuspensionActivitiesImpl(
      WorkerTransactions transactions, SuspensionStore suspensions, CommandStore commands) {
    this.transactions = transactions;
    this.suspensions = suspensions;
    this.commands = commands;
  }

  @Override
  public Progress commandSuspensions(TenantId tenant) {
    return transactions.system(() -> {
      int all = suspensions.all(tenant);
      if (suspensions.isSuspended(tenant)) {
        command(tenant, suspensions.toSuspend(tenant, BATCH), CommandKind.SUSPEND);
        return new Progress(all - suspensions.suspended(tenant), all);
      }
      command(tenant, suspensions.toResume(tenant, BATCH), CommandKind.RESUME);
      return new Progress(suspensions.suspended(tenant), all);
    });
  }

  private void command(TenantId tenant, List<DeploymentId> deployments, CommandKind kind) {
    for (DeploymentId deployment : deployments) {
      commands.add(
          tenant, CommandStore.freshId(), deployment, kind, "", CommandStore.Asker.PLATFORM);
    }
  }
}
