package io.hoster.activities.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.activities.docker.ContainerEngine;
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
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookIT {

  private static final NodeId LOCAL = ContainerEngines.LOCAL;

  private final TestEngine test = new TestEngine();
  private final ContainerEngine engine = test.engine();
  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final PassingClock clock = new PassingClock();
  private final Timer passes = NodeConfiguration.driftPasses(new SimpleMeterRegistry());
  private final NodeRecords records =
      new NodeRecords(
          database.worker(),
          new NodeStore(database.jdbc()),
          new HealthStore(database.jdbc()),
          new RouteStore(database.jdbc()),
          new SampleStore(database.jdbc()),
          new StorageStore(database.jdbc()));
  private final DriftRecords drift = DriftTestRecords.of(database);
  private final Look look = look(engine);

  private Look look(ContainerEngine on) {
    return new Look(
        LOCAL, on, records, new DriftSweep(LOCAL, test.prefix(), on, drift, passes, clock), clock);
  }

  @BeforeEach
  void register() {
    records.registerLocal(LOCAL, new NodeSettings("30000-30009"));
  }

  @AfterEach
  void close() {
    test.close();
    database.close();
  }

  @Test
  void containersThatRunMakeADeploymentHealthyAndOneThatIsGoneDegradesIt() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("db", "web"));
    test.start(id, "db", TestEngine.FOREVER, false);
    test.start(id, "web", TestEngine.FOREVER, false);
    assertThat(look.once()).isTrue();
    assertThat(rows.health(id)).isEqualTo("healthy");
    assertThat(rows.service(id, "web")).isEqualTo("running none");
    assertThat(rows.text("select status from node")).isEqualTo("ready");
    engine.removeContainer(test.name(id, "web"));
    look.once();
    assertThat(rows.health(id)).isEqualTo("degraded");
    assertThat(rows.service(id, "web")).isEqualTo("missing unhealthy");
    engine.stopContainer(test.name(id, "db"), 0);
    look.once();
    assertThat(rows.health(id)).isEqualTo("unhealthy");
  }

  @Test
  void aServiceThatEndedAsItShouldIsWell() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("migrate", "web"));
    test.start(id, "migrate", "true", true);
    test.start(id, "web", TestEngine.FOREVER, false);
    awaitState(test.name(id, "migrate"), "exited");
    look.once();
    assertThat(rows.health(id)).isEqualTo("healthy");
  }

  private void awaitState(String container, String state) {
    Instant end = Instant.now().plusSeconds(20);
    while (!engine.inspect(container).orElseThrow().state().equals(state)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void whatContainersUseIsSampledEachMinute() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    test.start(id, "web", "while true; do :; done", false);
    look.once();
    look.once();
    assertThat(rows.count("select count(*) from sample")).isEqualTo(1);
    clock.pass(Duration.ofSeconds(61));
    rows.update("update sample set at = at - interval '61 seconds'");
    look.once();
    assertThat(rows.count("select count(*) from sample")).isEqualTo(2);
    assertThat(rows.count("select count(*) from sample where cpu_percent < 0")).isZero();
    assertThat(rows.count("select count(*) from sample where cpu_percent > 0")).isPositive();
    assertThat(rows.count("select count(*) from sample where memory_bytes > 0")).isPositive();
  }

  @Test
  void anEngineThatIsAwayMakesTheNodeUnreachableUntilItIsBack() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    test.start(id, "web", TestEngine.FOREVER, false);
    look.once();
    try (ContainerEngines away = test.engines("unix:///nowhere/docker.sock")) {
      assertThat(look(away.on(LOCAL)).once()).isFalse();
    }
    assertThat(rows.text("select status from node")).isEqualTo("unreachable");
    assertThat(rows.health(id)).isEqualTo("unavailable");
    assertThat(look.once()).isTrue();
    assertThat(rows.text("select status from node")).isEqualTo("ready");
    assertThat(rows.health(id)).isEqualTo("healthy");
  }
}
