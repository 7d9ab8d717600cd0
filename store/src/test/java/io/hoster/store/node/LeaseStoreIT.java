package io.hoster.store.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.LeaseStore.Holder;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseStoreIT {

  private static final NodeId LOCAL = new NodeId("nod_local");
  private static final DeploymentId BLOG = new DeploymentId("dep_blog");
  private static final DeploymentId SHOP = new DeploymentId("dep_shop");

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final LeaseStore leases = new LeaseStore(database.jdbc());
  private final NodeStore nodes = new NodeStore(database.jdbc());

  private Holder of(DeploymentId app) {
    return new Holder(LOCAL, tenant, app, 1);
  }

  @BeforeEach
  void register() {
    database.worker().system(() -> nodes.registerLocal(LOCAL));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T in(Supplier<T> work) {
    return database.worker().tenant(tenant, work);
  }

  private void ports(int first, int last) {
    database.worker().system(() -> nodes.addPorts(LOCAL, first, last));
  }

  private Optional<Integer> port(DeploymentId deployment) {
    return in(() -> leases.leasePort(of(deployment), "web", 80));
  }

  private void free(DeploymentId deployment) {
    database.worker().tenant(tenant, () -> leases.free(deployment));
  }

  @Test
  void sixtyFourAtOnceGetSixtyFourPortsAndSubnets() throws Exception {
    ports(30_000, 30_063);
    database.worker().system(() -> nodes.addSubnets(LOCAL));
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<String>> work =
          IntStream.range(0, 64)
              .<Callable<String>>mapToObj(i ->
                  () -> {
                    DeploymentId app = new DeploymentId("dep_" + i);
                    return in(() ->
                        leases.leasePort(of(app), "web", 80).orElseThrow()
                            + " "
                            + leases.leaseSubnet(of(app)).orElseThrow());
                  })
              .toList();
      List<String> got = threads.invokeAll(work).stream().map(LeaseStoreIT::of).toList();
      assertThat(got).extracting(g -> g.split(" ")[0]).doesNotHaveDuplicates().hasSize(64);
      assertThat(got).extracting(g -> g.split(" ")[1]).doesNotHaveDuplicates().hasSize(64);
    }
    assertThat(port(new DeploymentId("dep_late"))).isEmpty();
  }

  private static <T> T of(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoAsksAgainGetsTheSame() {
    ports(30_000, 30_003);
    database.worker().system(() -> nodes.addSubnets(LOCAL));
    assertThat(port(BLOG)).isEqualTo(port(BLOG)).isNotEmpty();
    assertThat(in(() -> leases.leaseSubnet(of(BLOG))))
        .isEqualTo(in(() -> leases.leaseSubnet(of(BLOG))));
    assertThat(in(() -> leases.leasePort(of(BLOG), "web", 81))).isNotEqualTo(port(BLOG));
    assertThat(in(() -> leases.portsOf(BLOG, 1))).hasSize(2);
  }

  @Test
  void aFreedPortRestsBeforeSomebodyElseGetsIt() {
    ports(30_000, 30_000);
    port(BLOG);
    free(BLOG);
    free(BLOG);
    assertThat(port(SHOP)).isEmpty();
    rows.update("update port_lease set changed_at = now() - interval '61 seconds'");
    assertThat(port(SHOP)).contains(30_000);
  }

  @Test
  void aPortThatSomethingElseUsesIsNeverGivenOutAgain() {
    ports(30_000, 30_001);
    int foreign = port(BLOG).orElseThrow();
    database.worker().tenant(tenant, () -> leases.markPortsForeign(of(BLOG), List.of(foreign)));
    int other = port(BLOG).orElseThrow();
    assertThat(other).isNotEqualTo(foreign);
    free(BLOG);
    rows.update("update port_lease set changed_at = 'epoch'");
    assertThat(port(SHOP)).contains(other);
    assertThat(port(BLOG)).isEmpty();
  }

  @Test
  void aSubnetThatSomethingElseUsesIsNeverGivenOutAgain() {
    database.worker().system(() -> nodes.addSubnets(LOCAL));
    String foreign = in(() -> leases.leaseSubnet(of(BLOG))).orElseThrow();
    database.worker().tenant(tenant, () -> leases.markSubnetForeign(of(BLOG)));
    assertThat(in(() -> leases.leaseSubnet(of(BLOG))).orElseThrow()).isNotEqualTo(foreign);
    assertThat(rows.text("select state from subnet_lease where text(subnet) = ?", foreign))
        .isEqualTo("foreign");
  }
}
