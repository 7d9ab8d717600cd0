package io.hoster.activities.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.activities.docker.ContainerEngines;
import io.hoster.activities.docker.TestEngine;
import io.hoster.store.TestDatabase;
import io.hoster.store.deployment.HealthStore;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.metering.SampleStore;
import io.hoster.store.metering.StorageStore;
import io.hoster.store.node.NodeStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeActivities;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeActivitiesIT {

  private static final NodeId LOCAL = ContainerEngines.LOCAL;

  private final TestEngine test = new TestEngine();
  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final NodeWatch watch = new NodeWatch();
  private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
  private final NodeActivities activities = temporal.newActivityStub(NodeActivities.class);

  @BeforeEach
  void register() {
    temporal.registerActivitiesImplementations(
        new NodeActivitiesImpl(
            new NodeSettings("30000-30009"),
            watch,
            test.engines()::on,
            new NodeRecords(
                database.worker(),
                new NodeStore(database.jdbc()),
                new HealthStore(database.jdbc()),
                new RouteStore(database.jdbc()),
                new SampleStore(database.jdbc()),
                new StorageStore(database.jdbc())),
            DriftTestRecords.of(database),
            test.prefix(),
            NodeConfiguration.driftPasses(new SimpleMeterRegistry()),
            Clock.systemUTC()));
    activities.registerLocalNode(LOCAL);
  }

  @AfterEach
  void close() {
    temporal.close();
    test.close();
    database.close();
  }

  @Test
  void registersTheNodeWithItsSlotsOnce() {
    activities.registerLocalNode(LOCAL);
    assertThat(rows.count("select count(*) from node")).isEqualTo(1);
    assertThat(rows.count("select count(*) from port_lease where state = 'free'")).isEqualTo(10);
    assertThat(rows.count("select count(*) from subnet_lease")).isEqualTo(16_384);
  }

  @Test
  void watchesAtOnceAndWhenWantedUntilItIsCancelled() throws Exception {
    DeploymentId id =
        rows.deployment(new TenantId(database.tenant("Ada")), LOCAL, "running", List.of("web"));
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> watching = thread.submit(() -> activities.watchNode(LOCAL));
      await(() -> rows.health(id).equals("unhealthy"));
      test.start(id, "web", TestEngine.FOREVER, false);
      watch.wake();
      await(() -> rows.health(id).equals("healthy"));
      temporal.requestCancelActivity();
      assertThatThrownBy(watching::get).hasMessageContaining("ancel");
    }
  }

  @Test
  void measuresWhatAnAppKeepsOnDisk() throws Exception {
    DeploymentId id =
        rows.deployment(new TenantId(database.tenant("Ada")), LOCAL, "running", List.of("web"));
    test.start(
        id, "web", "echo hello; head -c 5000 /dev/zero >/kept; " + TestEngine.FOREVER, false);
    await(() -> !test.engine().places(id).isEmpty());
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> watching = thread.submit(() -> activities.watchNode(LOCAL));
      await(() -> rows.count("select count(*) from storage") == 5);
      temporal.requestCancelActivity();
      assertThatThrownBy(watching::get).hasMessageContaining("ancel");
    }
    assertThat(rows.count("select size_bytes from storage where type = 'code'")).isGreaterThan(0);
    assertThat(rows.count("select file_count from storage where type = 'logs'")).isPositive();
    assertThat(rows.count("select size_bytes from storage where type = 'database'")).isZero();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void aRangeOfPortsIsChecked() {
    assertThat(new NodeSettings("30000-39999").lastPort()).isEqualTo(39_999);
    for (String wrong : List.of("30000", "40000-30000", "80-90", "1-x", "30000-70000")) {
      assertThatThrownBy(() -> new NodeSettings(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("HOSTER_PORT_RANGE");
    }
  }
}
