package io.hoster.store.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeStoreIT {

  private static final NodeId LOCAL = new NodeId("nod_local");
  private static final NodeStore.Machine MACHINE =
      new NodeStore.Machine("28.0", 2, 4, 8L << 30, 100L, 50L);

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeStore nodes = new NodeStore(database.jdbc());
  private final NodeQueries queries = new NodeQueries(database.jdbc());
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));

  @BeforeEach
  void register() {
    database.worker().system(() -> nodes.registerLocal(LOCAL));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private NodeRow node() {
    return database.web().tenant(tenant, () -> queries.node(tenant, LOCAL).orElseThrow());
  }

  @Test
  void registeringTwiceIsRegisteringOnce() {
    database.worker().system(() -> nodes.registerLocal(LOCAL));
    assertThat(database.web().tenant(tenant, () -> queries.nodes(tenant)))
        .singleElement()
        .satisfies(node -> {
          assertThat(node.status()).isEqualTo("configuring");
          assertThat(node.origin()).isEqualTo("local");
          assertThat(node.lastSeenAt()).isNull();
        });
  }

  @Test
  void slotsAreAddedOnceAndAWiderRangeAddsTheRest() {
    assertThat(database.worker().<Integer>system(() -> nodes.addPorts(LOCAL, 30_000, 39_999)))
        .isEqualTo(10_000);
    assertThat(database.worker().<Integer>system(() -> nodes.addPorts(LOCAL, 30_000, 40_000)))
        .isEqualTo(1);
    assertThat(database.worker().<Integer>system(() -> nodes.addSubnets(LOCAL))).isEqualTo(16_384);
    assertThat(database.worker().<Integer>system(() -> nodes.addSubnets(LOCAL))).isZero();
    assertThat(rows.text("select min(subnet)::text || ' ' || max(subnet)::text from subnet_lease"))
        .isEqualTo("10.200.0.0/27 10.207.255.224/27");
  }

  @Test
  void freshSlotsCanBeLeasedAtOnce() {
    database.worker().system(() -> nodes.addPorts(LOCAL, 30_000, 30_001));
    LeaseStore leases = leases();
    var deployment = rows.deployment(tenant, LOCAL, "pending", List.of());
    assertThat(
            database
                .worker()
                .system(() ->
                    leases.leasePort(
                        new LeaseStore.Holder(LOCAL, tenant, deployment, 1), "web", 80)))
        .contains(30_000);
  }

  private LeaseStore leases() {
    return new LeaseStore(database.jdbc());
  }

  @Test
  void anAnswerMakesTheNodeReadyAndSilenceUnreachable() {
    assertThat(database.worker().<Boolean>system(() -> nodes.saw(LOCAL, MACHINE))).isTrue();
    assertThat(database.worker().<Boolean>system(() -> nodes.saw(LOCAL, MACHINE))).isFalse();
    assertThat(node().status()).isEqualTo("ready");
    assertThat(node().dockerVersion()).isEqualTo("28.0");
    assertThat(node().memoryBytes()).isEqualTo(8L << 30);
    assertThat(node().lastSeenAt()).isNotNull();
    assertThat(database.worker().<Boolean>system(() -> nodes.missed(LOCAL, "away"))).isTrue();
    assertThat(database.worker().<Boolean>system(() -> nodes.missed(LOCAL, "away"))).isFalse();
    assertThat(node().status()).isEqualTo("unreachable");
    assertThat(node().statusReason()).isEqualTo("away");
    database.worker().system(() -> nodes.saw(LOCAL, MACHINE));
    assertThat(node().status()).isEqualTo("ready");
    assertThat(node().statusReason()).isNull();
  }

  @Test
  void aNodeInMaintenanceKeepsItsStatus() {
    rows.update("update node set status = 'maintenance'");
    database.worker().system(() -> nodes.saw(LOCAL, MACHINE));
    database.worker().system(() -> nodes.missed(LOCAL, "away"));
    assertThat(node().status()).isEqualTo("maintenance");
    assertThat(database.worker().system(() -> nodes.status(LOCAL))).contains("maintenance");
  }

  @Test
  void aMachineWithoutAKnownDiskIsSeenAllTheSame() {
    NodeStore.Machine machine = new NodeStore.Machine("28.0", 1, 4, 8L << 30, null, null);
    database.worker().system(() -> nodes.saw(LOCAL, machine));
    assertThat(node().diskBytes()).isNull();
    assertThat(node().status()).isEqualTo("ready");
  }

  @Test
  void anotherTenantsNodeIsNotShown() {
    TenantId bob = new TenantId(database.tenant("Bob"));
    rows.update(
        "insert into node (id, tenant_id, name, origin, status) values ('nod_bob', ?, 'b', 'ssh', 'ready')",
        bob.value());
    assertThat(database.web().tenant(tenant, () -> queries.nodes(tenant))).hasSize(1);
    assertThat(database.web().tenant(bob, () -> queries.nodes(bob))).hasSize(2);
    assertThat(database.worker().system(queries::all)).hasSize(2);
  }

  @Test
  void aTenantSeesHowManyOfItsOwnDeploymentsLiveThere() {
    TenantId bob = new TenantId(database.tenant("Bob"));
    rows.deployment(tenant, LOCAL, "running", List.of("web"));
    rows.deployment(bob, LOCAL, "running", List.of("web"));
    assertThat(node().deployments()).isEqualTo(1);
  }
}
