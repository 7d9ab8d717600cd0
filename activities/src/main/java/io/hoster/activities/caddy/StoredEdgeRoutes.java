package io.hoster.activities.caddy;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.edge.EdgeStore;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes in PostgreSQL. A row that is no route is left out: it must not stop all others. */
final class StoredEdgeRoutes implements EdgeRoutes {

  private static final Logger log = LoggerFactory.getLogger(StoredEdgeRoutes.class);

  private final WorkerTransactions transactions;
  private final EdgeStore store;
  private final String edge;

  StoredEdgeRoutes(WorkerTransactions transactions, EdgeStore store, String edge) {
    this.transactions = transactions;
    this.store = store;
    this.edge = edge;
  }

  @Override
  public Snapshot load() {
    EdgeStore.Snapshot stored = transactions.system(store::snapshot);
    List<AppRoute> apps =
        stored.rows().stream().flatMap(row -> StoredEdgeRoutes.route(row).stream()).toList();
    return new Snapshot(stored.revision(), apps);
  }

  @Override
  public void recordApplied(long revision, String hash) {
    transactions.system(() -> store.recordApplied(edge, revision, hash));
  }

  private static Optional<AppRoute> route(EdgeStore.Row row) {
    try {
      return Optional.of(
          new AppRoute(
              row.host(),
              RouteState.of(row.state()),
              row.upstream(),
              new DeploymentId(row.deploymentId())));
    } catch (IllegalArgumentException e) {
      log.error(
          "Route left out of the edge, correct its row: deployment={} reason={}",
          row.deploymentId(),
          e.getMessage());
      return Optional.empty();
    }
  }
}
