package io.hoster.activities.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.NetworkSpec;
import io.hoster.activities.docker.ContainerEngines;
import io.hoster.activities.docker.ContainerSpec;
import io.hoster.activities.docker.DockerSettings;
import io.hoster.activities.docker.SpecKey;
import io.hoster.store.TestDatabase;
import io.hoster.store.deployment.HealthStore;
import io.hoster.store.metering.SampleStore;
import io.hoster.store.node.NodeStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookIT {

  private static final NodeId LOCAL = ContainerEngines.LOCAL;
  private static final String FOREVER = "while true; do sleep 1; done";

  private final String install = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  private final ContainerEngines engines = engines(
      System.getenv().getOrDefault("HOSTER_TEST_DOCKER_HOST", "unix:///var/run/docker.sock"));
  private final ContainerEngine engine = engines.on(LOCAL);
  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final Passing clock = new Passing();
  private final NodeRecords records =
      new NodeRecords(
          database.worker(),
          new NodeStore(database.jdbc()),
          new HealthStore(database.jdbc()),
          new SampleStore(database.jdbc()));
  private final Look look = new Look(LOCAL, engine, records, clock);

  /** Goes on by itself and can be pushed. */
  private static final class Passing extends Clock {

    private Duration ahead = Duration.ZERO;

    void pass(Duration time) {
      ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private ContainerEngines engines(String host) {
    return new ContainerEngines(new DockerSettings(host, install), new SpecKey(new byte[32]));
  }

  @BeforeEach
  void register() {
    records.registerLocal(LOCAL, new NodeSettings("30000-30009"));
  }

  @AfterEach
  void close() {
    ContainerEngine.Inventory left = engine.inventory();
    left.containers().forEach(c -> engine.removeContainer(c.name()));
    left.networks().forEach(n -> engine.removeNetwork(n.name()));
    engines.close();
    database.close();
  }

  private String name(DeploymentId deployment, String service) {
    return "hoster-" + install + "-" + deployment + "-" + service + "-1";
  }

  private void start(DeploymentId deployment, String service, String script, boolean runsOnce) {
    String network = "hoster-" + install + "-" + deployment + "-net";
    if (engine.inventory().networks().isEmpty()) {
      int third = ThreadLocalRandom.current().nextInt(256);
      engine.ensureNetwork(
          new NetworkSpec(network, deployment, tenant.value(), "10.206.%d.0/27".formatted(third)));
    }
    ServicePlan plan =
        new ServicePlan(
            service,
            "busybox:1.35.0",
            List.of("sh", "-c", script),
            null,
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            0,
            0,
            0,
            false,
            null,
            null,
            true,
            null,
            0);
    engine.ensureContainer(
        new ContainerSpec(
            name(deployment, service),
            deployment,
            tenant.value(),
            1,
            plan,
            new ContainerSpec.Limits(500_000_000L, 64L << 20, 64, 0),
            network,
            new TreeMap<>(),
            List.of(),
            null,
            runsOnce));
    engine.startContainer(name(deployment, service));
  }

  @Test
  void containersThatRunMakeADeploymentHealthyAndOneThatIsGoneDegradesIt() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("db", "web"));
    start(id, "db", FOREVER, false);
    start(id, "web", FOREVER, false);
    assertThat(look.once()).isTrue();
    assertThat(rows.health(id)).isEqualTo("healthy");
    assertThat(rows.service(id, "web")).isEqualTo("running none");
    assertThat(rows.text("select status from node")).isEqualTo("ready");
    engine.removeContainer(name(id, "web"));
    look.once();
    assertThat(rows.health(id)).isEqualTo("degraded");
    assertThat(rows.service(id, "web")).isEqualTo("missing unhealthy");
    engine.stopContainer(name(id, "db"), 0);
    look.once();
    assertThat(rows.health(id)).isEqualTo("unhealthy");
  }

  @Test
  void aServiceThatEndedAsItShouldIsWell() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("migrate", "web"));
    start(id, "migrate", "true", true);
    start(id, "web", FOREVER, false);
    awaitState(name(id, "migrate"), "exited");
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
    start(id, "web", "while true; do :; done", false);
    look.once();
    look.once();
    assertThat(rows.count("select count(*) from sample")).isEqualTo(1);
    clock.pass(Duration.ofSeconds(61));
    look.once();
    assertThat(rows.count("select count(*) from sample")).isEqualTo(2);
    assertThat(rows.count("select count(*) from sample where cpu_percent < 0")).isZero();
    assertThat(rows.count("select count(*) from sample where cpu_percent > 0")).isPositive();
    assertThat(rows.count("select count(*) from sample where memory_bytes > 0")).isPositive();
  }

  @Test
  void anEngineThatIsAwayMakesTheNodeUnreachableUntilItIsBack() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    start(id, "web", FOREVER, false);
    look.once();
    try (ContainerEngines away = engines("unix:///nowhere/docker.sock")) {
      assertThat(new Look(LOCAL, away.on(LOCAL), records, clock).once()).isFalse();
    }
    assertThat(rows.text("select status from node")).isEqualTo("unreachable");
    assertThat(rows.health(id)).isEqualTo("unavailable");
    assertThat(look.once()).isTrue();
    assertThat(rows.text("select status from node")).isEqualTo("ready");
    assertThat(rows.health(id)).isEqualTo("healthy");
  }
}
