package io.hoster.activities.node;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.node.DriftRow;
import io.hoster.store.node.DriftStore;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.node.WantedWorldQueries;
import io.hoster.store.operation.CommandStore;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.World.Difference;
import io.hoster.workflows.node.World.Leftover;
import io.hoster.workflows.node.World.WantedApp;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What a sweep reads and writes, each in a short transaction of its own. */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class DriftRecords {

  private final WorkerTransactions transactions;
  private final WantedWorldQueries world;
  private final DriftStore drift;
  private final DeploymentStore deployments;
  private final CommandStore commands;
  private final LeaseStore leases;
  private final RouteStore routes;

  DriftRecords(
      WorkerTransactions transactions,
      WantedWorldQueries world,
      DriftStore drift,
      DeploymentStore deployments,
      CommandStore commands,
      LeaseStore leases,
      RouteStore routes) {
    this.transactions = transactions;
    this.world = world;
    this.drift = drift;
    this.deployments = deployments;
    this.commands = commands;
    this.leases = leases;
    this.routes = routes;
  }

  /** What rows want. */
  record Wanted(List<WantedApp> apps, List<Leftover> leftovers) {}

  /** What rows want; work that ended in the last {@code age} counts as going on. */
  Wanted wanted(NodeId node, Duration age) {
    return transactions.system(() -> new Wanted(world.wanted(node, age), world.leftovers(node)));
  }

  void saw(NodeId node, List<Difference> differences) {
    transactions.system(() -> {
      drift.saw(node, differences);
      drift.swept(node);
      drift.forget();
    });
  }

  List<DriftRow> open(NodeId node) {
    return transactions.system(() -> drift.open(node));
  }

  boolean isRunning(DeploymentId app) {
    return transactions.system(() -> {
      Optional<TenantId> tenant = deployments.tenantOf(app);
      return tenant
          .flatMap(owner -> deployments.find(owner, app))
          .filter(facts -> facts.status() == DeploymentStatus.RUNNING)
          .isPresent();
    });
  }

  /** Asks the app's workflow for a repair, unless something is asked of it already. */
  boolean repair(DeploymentId app) {
    return transactions.system(() -> {
      Optional<TenantId> tenant = deployments.tenantOf(app);
      if (tenant.isEmpty() || !commands.pendingOf(tenant.get(), app).isEmpty()) {
        return false;
      }
      return commands.add(
          tenant.get(),
          CommandStore.freshId(),
          app,
          CommandKind.REPAIR,
          "",
          CommandStore.Asker.PLATFORM);
    });
  }

  void settle(DriftRow row, String outcome) {
    transactions.system(() -> drift.settle(row.id(), outcome));
  }

  void freePort(NodeId node, String port) {
    transactions.system(() -> leases.freePortOfGone(node, port));
  }

  void removeRoute(String host) {
    transactions.system(() -> routes.removeOfGone(host));
  }
}
