package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.store.ChangeListener;
import io.hoster.store.DatabaseConfiguration;
import io.hoster.store.TestDatabase;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.edge.EdgeStore;
import io.hoster.store.edge.RouteRows;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.metering.TrafficStore;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EdgeConfigurationIT {

  @Test
  void aRouteThatIsWrittenIsServedAtOnceAndRecorded(@TempDir Path home) throws IOException {
    try (var database = TestDatabase.fresh();
        var caddy = new RealCaddy(home);
        var shop = new EchoApp("shop")) {
      TenantId tenant = new TenantId(database.tenant("Ada"));
      DeploymentId deployment = new RouteRows(database).deployment(tenant, "shop");
      runner(database, caddy, home)
          .run(context -> {
            var transactions = context.getBean(WorkerTransactions.class);
            var routes = context.getBean(RouteStore.class);
            awaitApplied(transactions, routes, 0);
            long revision =
                transactions.tenant(
                    tenant,
                    () ->
                        routes.put(
                            tenant, deployment, "shop.apps.localhost", "live", shop.upstream()));
            awaitApplied(transactions, routes, revision);
            new RawHttp(caddy.httpPort()).awaitText("shop.apps.localhost", "/", "answer of shop");
            var meters = context.getBean(SimpleMeterRegistry.class);
            await("the edge says that it is in step")
                .until(() -> meters.get("hoster.edge.behind").gauge().value() == 0);
            assertThat(meters.get("hoster.edge.pushes").functionCounter().count()).isPositive();
            var traffic = context.getBean(TrafficStore.class);
            await("the request is counted")
                .until(() -> transactions.system(() -> traffic.mark("local-edge-1")).isPresent());
          });
    }
  }

  @Test
  void aProcessWithoutTheRoleHasNoKeeper() {
    new ApplicationContextRunner()
        .withUserConfiguration(EdgeConfiguration.class)
        .run(context -> assertThat(context).doesNotHaveBean(EdgeKeeper.class));
  }

  private static ApplicationContextRunner runner(
      TestDatabase database, RealCaddy caddy, Path home) {
    return new ApplicationContextRunner()
        .withUserConfiguration(
            DatabaseConfiguration.class,
            ChangeListener.class,
            EdgeStore.class,
            RouteStore.class,
            TrafficStore.class,
            SimpleMeterRegistry.class,
            EdgeConfiguration.class)
        .withPropertyValues(
            "hoster.role.edge=true",
            "hoster.database-url=" + database.url(),
            "hoster.edge-admin-socket=" + caddy.socket(),
            "hoster.http-port=" + caddy.httpPort(),
            "hoster.app-port=1",
            "hoster.internal-port=1",
            "hoster.proxy-config=../proxy-config",
            "hoster.home=" + home);
  }

  /** Well before the look that is due after 30 s: it is the notification that brings it about. */
  private static void awaitApplied(
      WorkerTransactions transactions, RouteStore routes, long revision) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!transactions.system(() -> routes.isApplied(revision))) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
