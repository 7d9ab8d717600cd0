package io.hoster.store.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.metering.StorageStore.Due;
import io.hoster.store.node.NodeStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.metering.StorageType;
import io.hoster.workflows.metering.Stored;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageStoreIT {

  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
  private static final NodeId LOCAL = new NodeId("nod_local");

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final StorageStore storage = new StorageStore(database.jdbc());
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));

  StorageStoreIT() {
    NodeStore nodes = new NodeStore(database.jdbc());
    database.worker().system(() -> nodes.registerLocal(LOCAL));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Due> due(Instant since) {
    return database.worker().system(() -> storage.due(LOCAL, since, 10));
  }

  private void put(Due due, long bytes, Instant at) {
    database
        .worker()
        .system(() ->
            storage.put(
                due,
                List.of(
                    new Stored(StorageType.CODE, 1, 1), new Stored(StorageType.DATABASE, bytes, 2)),
                at));
  }

  @Test
  void measuresThoseAtRestAgainOnceTheirTimeHasCome() {
    Due stopped = new Due(ada, rows.deployment(ada, LOCAL, "stopped", List.of()));
    rows.deployment(ada, LOCAL, "starting", List.of());
    assertThat(due(NOW)).containsExactly(stopped);
    put(stopped, 500, NOW);
    assertThat(due(NOW)).isEmpty();
    assertThat(due(NOW.plus(Duration.ofSeconds(1)))).containsExactly(stopped);
  }

  @Test
  void showsTheLastMeasurementToTheOwnerOnly() {
    DeploymentId app = rows.deployment(ada, LOCAL, "running", List.of());
    put(new Due(ada, app), 500, NOW.minusSeconds(60));
    put(new Due(ada, app), 700, NOW);
    StorageQueries queries = new StorageQueries(database.jdbc());
    assertThat(database.web().<List<StorageRow>>tenant(ada, () -> queries.storage(ada, app)))
        .containsExactly(
            new StorageRow("code", 1, 1, NOW), new StorageRow("database", 700, 2, NOW));
    assertThat(database.web().<List<StorageRow>>tenant(bob, () -> queries.storage(ada, app)))
        .isEmpty();
  }

  @Test
  void forgetsWhatIsGone() {
    Due gone = new Due(ada, rows.deployment(ada, LOCAL, "running", List.of()));
    rows.update("update deployment set deleted_at = now() where id = ?", gone.id().value());
    put(gone, 500, NOW);
    assertThat(rows.count("select count(*) from storage")).isZero();
  }
}
