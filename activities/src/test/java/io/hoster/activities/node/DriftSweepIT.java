package io.hoster.activities.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.Inventory;
import io.hoster.activities.docker.ContainerEngines;
import io.hoster.activities.docker.TestEngine;
import io.hoster.store.TestDatabase;
import io.hoster.store.node.NodeStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftSweepIT {

  private static final NodeId LOCAL = ContainerEngines.LOCAL;
  private static final Duration ASKING = Duration.ofSeconds(7);

  private final TestEngine test = new TestEngine();
  private final ContainerEngine engine = test.engine();
  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final PassingClock clock = new PassingClock();
  private final Timer passes = NodeConfiguration.driftPasses(new SimpleMeterRegistry());
  private final DriftSweep sweep =
      new DriftSweep(LOCAL, test.prefix(), engine, DriftTestRecords.of(database), passes, clock);

  @BeforeEach
  void register() {
    database.worker().system(() -> new NodeStore(database.jdbc()).registerLocal(LOCAL));
  }

  @AfterEach
  void close() {
    test.close();
    database.close();
  }

  private DeploymentId app(String status, String service) {
    DeploymentId id = rows.deployment(tenant, LOCAL, status, List.of(service));
    rows.update(
        "update deployment_service set container_name = ? where deployment_id = ?",
        test.name(id, service),
        id.value());
    rows.update(
        """
        insert into operation (id, tenant_id, subject_kind, subject_id, kind, status, generation, status_before, actor_name)
        values (?, ?, 'deployment', ?, 'PROVISION', 'succeeded', 1, 'pending', 'Ada')
        """,
        "opr_" + id.value().substring(4),
        tenant.value(),
        id.value());
    rows.update(
        "insert into ledger (tenant_id, subject_id, operation_id, kind, object) values (?, ?, ?, 'network', ?)",
        tenant.value(),
        id.value(),
        "opr_" + id.value().substring(4),
        "hoster-test-" + id);
    return id;
  }

  /** As a look sees it. */
  private Inventory seen() {
    return engine.inventory(
        database
            .worker()
            .system(() ->
                database
                    .jdbc()
                    .sql("select id from deployment where status = 'running'")
                    .query((row, n) -> new DeploymentId(row.getString(1)))
                    .set()));
  }

  private void sweep(int times) {
    for (int i = 0; i < times; i++) {
      clock.pass(Duration.ofSeconds(61));
      sweep.sweep(seen(), System.nanoTime(), ASKING);
    }
  }

  /** A worker that stood still compares what it saw before with what is wanted now. */
  @Test
  void whatWasSeenBeforeTheLastWorkEndedIsNotJudged() {
    DeploymentId app = app("stopped", "web");
    test.start(app, "web", TestEngine.FOREVER, false);
    rows.update("update operation set finished_at = now() where subject_id = ?", app.value());
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofSeconds(61));
      sweep.sweep(seen(), System.nanoTime() - Duration.ofMinutes(2).toNanos(), ASKING);
    }
    assertThat(repairs()).isZero();
    assertThat(open()).isEmpty();
    rows.update(
        "update operation set finished_at = now() - interval '3 minutes' where subject_id = ?",
        app.value());
    sweep(2);
    assertThat(repairs()).isEqualTo(1);
  }

  private long repairs() {
    return rows.count("select count(*) from command where kind = 'REPAIR'");
  }

  private List<String> open() {
    return database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql("select kind from drift where closed_at is null order by kind")
                .query(String.class)
                .list());
  }

  @Test
  void whatIsAsItShouldBeIsNoDrift() {
    test.start(app("running", "web"), "web", TestEngine.FOREVER, false);
    sweep(2);
    assertThat(open()).isEmpty();
    assertThat(repairs()).isZero();
    assertThat(rows.count("select count(*) from node where swept_at is not null")).isEqualTo(1);
  }

  @Test
  void eachComparisonTellsHowLongItTookWithAskingTheEngine() {
    sweep(1);
    sweep.sweep(seen(), System.nanoTime(), ASKING);
    assertThat(passes.count()).as("the second came within the minute").isEqualTo(1);
    assertThat(passes.totalTime(TimeUnit.SECONDS)).isGreaterThan(ASKING.toSeconds());
  }

  @Test
  void aContainerAtRestOfAnAppAtRestIsNoDrift() {
    DeploymentId id = app("stopped", "web");
    test.start(id, "web", TestEngine.FOREVER, false);
    engine.stopContainer(test.name(id, "web"), 0);
    sweep(2);
    assertThat(open()).isEmpty();
  }

  @Test
  void aStoppedContainerOfARunningAppIsRepairedAfterTheSecondSighting() {
    DeploymentId id = app("running", "web");
    test.start(id, "web", TestEngine.FOREVER, false);
    engine.stopContainer(test.name(id, "web"), 0);
    sweep(1);
    assertThat(open()).containsExactly("CONTAINER_STOPPED");
    assertThat(repairs()).isZero();
    sweep(1);
    assertThat(repairs()).isEqualTo(1);
    sweep(3);
    assertThat(repairs()).as("it is asked for once while it is pending").isEqualTo(1);
    engine.startContainer(test.name(id, "web"));
    rows.update("update command set applied_at = now(), outcome = 'applied'");
    sweep(1);
    assertThat(open()).isEmpty();
  }

  @Test
  void aLostVolumeStopsTheRepairUntilAPersonDecides() {
    DeploymentId id = app("running", "web");
    rows.update(
        "insert into ledger (tenant_id, subject_id, operation_id, kind, object) values (?, ?, ?, 'volume', ?)",
        tenant.value(),
        id.value(),
        "opr_" + id.value().substring(4),
        test.prefix() + id + "-vol-data");
    test.start(id, "web", TestEngine.FOREVER, false);
    engine.stopContainer(test.name(id, "web"), 0);
    sweep(3);
    assertThat(open()).containsExactly("CONTAINER_STOPPED", "VOLUME_MISSING");
    assertThat(repairs()).isZero();
    rows.update(
        "update drift set decision = 'recreate', decided_by = 'Sam', decided_at = now() where kind = 'VOLUME_MISSING'");
    sweep(1);
    assertThat(repairs()).isEqualTo(1);
  }

  @Test
  void aLostVolumeOfAnAppAtRestIsNotAskedForAgainAndAgain() {
    DeploymentId id = app("stopped", "web");
    rows.update(
        "insert into ledger (tenant_id, subject_id, operation_id, kind, object) values (?, ?, ?, 'volume', ?)",
        tenant.value(),
        id.value(),
        "opr_" + id.value().substring(4),
        test.prefix() + id + "-vol-data");
    sweep(2);
    assertThat(open()).containsExactly("VOLUME_MISSING");
    rows.update("update drift set decision = 'recreate', decided_by = 'Sam', decided_at = now()");
    sweep(3);
    assertThat(repairs()).isZero();
  }

  @Test
  void anUnknownContainerIsRemovedOnlyWhenAPersonSaysSoAndOnlyThatOne() {
    DeploymentId gone = test.deployment();
    test.start(gone, "web", TestEngine.FOREVER, false);
    sweep(3);
    assertThat(open()).containsExactly("CONTAINER_UNKNOWN", "NETWORK_UNKNOWN");
    assertThat(engine.inspect(test.name(gone, "web"))).isPresent();
    decideRemove();
    engine.removeContainer(test.name(gone, "web"));
    test.start(gone, "web", TestEngine.FOREVER, false);
    sweep.sweep(seen(), System.nanoTime(), ASKING);
    assertThat(engine.inspect(test.name(gone, "web")))
        .as("another one under the same name was not shown")
        .isPresent();
    rows.update("update drift set outcome = null");
    sweep(1);
    assertThat(engine.inspect(test.name(gone, "web")))
        .as("what was decided does not hold for it")
        .isPresent();
    rows.update("delete from drift");
    sweep(2);
    decideRemove();
    sweep(1);
    assertThat(engine.inspect(test.name(gone, "web"))).isEmpty();
  }

  private void decideRemove() {
    rows.update(
        "update drift set decision = 'remove', decided_by = 'Sam', decided_at = now() where kind = 'CONTAINER_UNKNOWN'");
  }

  @Test
  void whenMostOfTheWorldIsGoneNothingIsRepairedUntilAPersonDecides() {
    for (int i = 0; i < 3; i++) {
      app("running", "web");
    }
    sweep(3);
    assertThat(open()).contains("WORLD_GONE");
    assertThat(repairs()).isZero();
    rows.update(
        "update drift set decision = 'repair', decided_by = 'Sam', decided_at = now() where kind = 'WORLD_GONE'");
    sweep(1);
    assertThat(repairs()).isEqualTo(3);
  }

  @Test
  void aContainerThatRunsAlthoughItsAppIsStoppedIsToldToItsWorkflow() {
    DeploymentId id = app("stopped", "web");
    test.start(id, "web", TestEngine.FOREVER, false);
    sweep(2);
    assertThat(open()).containsExactly("CONTAINER_RUNS");
    assertThat(repairs()).isEqualTo(1);
  }

  @Test
  void aPortOfAnAppThatIsGoneIsShownAndFreedWhenAPersonSaysSo() {
    DeploymentId id = app("running", "web");
    rows.update(
        """
        insert into port_lease (node_id, port, state, tenant_id, deployment_id, service, container_port)
        values (?, 30001, 'leased', ?, ?, 'web', 80)
        """,
        LOCAL.value(),
        tenant.value(),
        id.value());
    rows.update("update deployment set deleted_at = now() where id = ?", id.value());
    sweep(2);
    assertThat(open()).containsExactly("PORT_UNKNOWN");
    rows.update("update drift set decision = 'remove', decided_by = 'Sam', decided_at = now()");
    sweep(2);
    assertThat(rows.text("select state from port_lease where port = 30001")).isEqualTo("free");
    assertThat(open()).isEmpty();
  }
}
