package io.hoster.store.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouteStoreIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final RouteRows deployments = new RouteRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final RouteStore routes = new RouteStore(database.jdbc());

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T in(Supplier<T> work) {
    return database.worker().tenant(tenant, work);
  }

  private long put(DeploymentId app, String state, String upstream) {
    return in(() -> routes.put(tenant, app, app + ".apps.localhost", state, upstream));
  }

  private void edge(String id, long applied, int secondsAgo) {
    rows.update(
        "insert into edge (id, applied_revision, config_hash, heartbeat_at) values (?, ?, '', now()"
            + " - make_interval(secs => ?))",
        id,
        applied,
        secondsAgo);
  }

  @Test
  void eachChangeRaisesTheRevisionAndNoChangeLeavesIt() {
    DeploymentId app = deployments.deployment(tenant, "blog");
    assertThat(put(app, "starting", null)).isEqualTo(1);
    assertThat(put(app, "live", "127.0.0.1:30000")).isEqualTo(2);
    assertThat(put(app, "live", "127.0.0.1:30000")).isEqualTo(2);
    assertThat(put(app, "stopped", null)).isEqualTo(3);
    assertThat(rows.text("select upstream from route")).isEqualTo("127.0.0.1:30000");
    assertThat(in(() -> routes.remove(tenant, app))).isEqualTo(4);
    assertThat(in(() -> routes.remove(tenant, app))).isEqualTo(4);
  }

  @Test
  void aRouteGoesLiveAgainWithTheUpstreamItHad() {
    DeploymentId app = deployments.deployment(tenant, "blog");
    put(app, "live", "127.0.0.1:30000");
    put(app, "stopped", null);
    put(app, "live", null);
    assertThat(rows.text("select state || ' ' || upstream from route"))
        .isEqualTo("live 127.0.0.1:30000");
  }

  private String route() {
    return rows.text("select state || ' ' || revision from route");
  }

  private void follow(DeploymentId app, String... running) {
    database.worker().tenant(tenant, () -> routes.follow(tenant, app, List.of(running)));
  }

  @Test
  void anAddressFollowsTheContainerBehindIt() {
    DeploymentId app = deployments.deployment(tenant, "blog");
    rows.update(
        "insert into node (id, name, origin, status) values ('nod_1', 'one', 'local', 'ready')");
    rows.update(
        "insert into port_lease (node_id, port, state, tenant_id, deployment_id, service, container_port)"
            + " values ('nod_1', 30000, 'leased', ?, ?, 'web', 80)",
        tenant.value(),
        app.value());
    put(app, "live", "127.0.0.1:30000");
    follow(app, "web", "db");
    assertThat(route()).isEqualTo("live 1");
    follow(app, "db");
    assertThat(route()).isEqualTo("unavailable 2");
    follow(app);
    assertThat(route()).as("nothing changed").isEqualTo("unavailable 2");
    follow(app, "web");
    assertThat(route()).isEqualTo("live 3");
    put(app, "stopped", null);
    follow(app);
    assertThat(route()).as("it rests").isEqualTo("stopped 4");
    assertThat(rows.count("select value from edge_revision")).isEqualTo(4);
  }

  @Test
  void whatDidNotStartIsUnavailableAndWhatLivesIsNot() {
    DeploymentId app = deployments.deployment(tenant, "blog");
    put(app, "starting", "127.0.0.1:30000");
    database.worker().tenant(tenant, () -> routes.giveUp(tenant, app));
    assertThat(route()).isEqualTo("unavailable 2");
    put(app, "live", null);
    database.worker().tenant(tenant, () -> routes.giveUp(tenant, app));
    assertThat(route()).isEqualTo("live 3");
  }

  @Test
  void writersAtOnceGetRevisionsOfTheirOwn() throws Exception {
    List<DeploymentId> apps =
        IntStream.range(0, 24).mapToObj(i -> deployments.deployment(tenant, "app-" + i)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Long>> work =
          apps.stream().<Callable<Long>>map(app -> () -> put(app, "live", "127.0.0.1:1")).toList();
      for (var future : threads.invokeAll(work)) {
        future.get();
      }
    }
    assertThat(rows.count("select count(distinct revision) from route")).isEqualTo(24);
    assertThat(rows.count("select max(revision) from route")).isEqualTo(24);
    assertThat(rows.count("select value from edge_revision")).isEqualTo(24);
  }

  @Test
  void aRevisionIsAppliedOnceEveryLivingEdgeHasIt() {
    assertThat(in(() -> routes.isApplied(0))).isFalse();
    edge("one", 5, 0);
    assertThat(in(() -> routes.isApplied(5))).isTrue();
    assertThat(in(() -> routes.isApplied(6))).isFalse();
    edge("two", 4, 0);
    assertThat(in(() -> routes.isApplied(5))).isFalse();
    edge("dead", 1, 61);
    assertThat(in(() -> routes.isApplied(4))).isTrue();
  }
}
