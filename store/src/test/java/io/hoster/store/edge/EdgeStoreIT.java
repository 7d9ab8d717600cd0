package io.hoster.store.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EdgeStoreIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final RouteRows rows = new RouteRows(database);
  private final EdgeStore edges = new EdgeStore(database.jdbc());
  private final RouteStore routes = new RouteStore(database.jdbc());
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));
  private final DeploymentId shop = rows.deployment(ada, "shop");
  private final DeploymentId blog = rows.deployment(bob, "blog");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void readsTheRoutesOfAllTenantsWithTheirRevision() {
    put(ada, shop, "shop.apps.localhost", "live", "127.0.0.1:30001");
    long last = put(bob, blog, "blog.apps.localhost", "starting", null);
    EdgeStore.Snapshot snapshot = snapshot();
    assertThat(snapshot.revision()).isEqualTo(last);
    assertThat(snapshot.rows())
        .containsExactly(
            new EdgeStore.Row("blog.apps.localhost", "starting", null, blog.value()),
            new EdgeStore.Row("shop.apps.localhost", "live", "127.0.0.1:30001", shop.value()));
  }

  @Test
  void raisesTheRevisionWhenARouteGoes() {
    long before = put(ada, shop, "shop.apps.localhost", "live", "127.0.0.1:30001");
    long after = database.worker().tenant(ada, () -> routes.remove(ada, shop));
    assertThat(after).isGreaterThan(before);
    assertThat(snapshot()).isEqualTo(new EdgeStore.Snapshot(after, List.of()));
  }

  @Test
  void holdsARouteAppliedOnlyWhenEveryLiveEdgeHasIt() {
    long revision = put(ada, shop, "shop.apps.localhost", "live", "127.0.0.1:30001");
    assertThat(applied(revision)).isFalse();
    record("x-edge-1", revision);
    assertThat(applied(revision)).isTrue();
    record("x-edge-2", revision - 1);
    assertThat(applied(revision)).isFalse();
    record("x-edge-2", revision);
    assertThat(applied(revision)).isTrue();
    assertThat(applied(revision + 1)).isFalse();
  }

  @Test
  void forgetsAnEdgeThatHasBeenSilentForAMinute() {
    record("x-edge-1", 5);
    record("x-edge-2", 3);
    silence("x-edge-2", 61);
    assertThat(applied(5)).isTrue();
    record("x-edge-2", 3);
    assertThat(applied(5)).isFalse();
  }

  @Test
  void saysHowFarTheSlowestLiveEdgeIs() {
    put(ada, shop, "shop.apps.localhost", "live", "127.0.0.1:30001");
    long last = put(bob, blog, "blog.apps.localhost", "starting", null);
    assertThat(progress()).isEqualTo(new EdgeQueries.Progress(null, null));
    record("x-edge-1", last);
    record("x-edge-2", last - 2);
    assertThat(progress().revisions()).isEqualTo(2);
    assertThat(progress().silent()).isLessThan(Duration.ofSeconds(60));
    silence("x-edge-2", 61);
    assertThat(progress().revisions()).isZero();
    silence("x-edge-1", 90);
    assertThat(progress().revisions()).isNull();
    assertThat(progress().silent()).isBetween(Duration.ofSeconds(61), Duration.ofSeconds(90));
  }

  private EdgeQueries.Progress progress() {
    return database.web().system(new EdgeQueries(database.jdbc())::progress);
  }

  private void silence(String edge, int seconds) {
    database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql("update edge set heartbeat_at = now() - make_interval(secs => ?) where id = ?")
                .params(seconds, edge)
                .update());
  }

  private long put(TenantId tenant, DeploymentId id, String host, String state, String upstream) {
    return database.worker().tenant(tenant, () -> routes.put(tenant, id, host, state, upstream));
  }

  private EdgeStore.Snapshot snapshot() {
    return database.worker().system(edges::snapshot);
  }

  private void record(String edge, long revision) {
    database.worker().system(() -> edges.recordApplied(edge, revision, "hash"));
  }

  private boolean applied(long revision) {
    return database.worker().system(() -> routes.isApplied(revision));
  }
}
