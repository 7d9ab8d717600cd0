package io.hoster.store.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.deployment.HealthStore.Running;
import io.hoster.store.deployment.HealthStore.Seen;
import io.hoster.store.node.NodeStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentHealth;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthStoreIT {

  private static final NodeId LOCAL = new NodeId("nod_local");
  private static final List<Seen> WELL = List.of(new Seen("web", "running", "healthy", 1, "fine"));

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final HealthStore health = new HealthStore(database.jdbc());
  private final TenantId tenant = new TenantId(database.tenant("Ada"));

  @BeforeEach
  void node() {
    database.worker().system(() -> new NodeStore(database.jdbc()).registerLocal(LOCAL));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Running> running() {
    return database.worker().system(() -> health.running(LOCAL));
  }

  private boolean saw(Running running) {
    return database
        .worker()
        .<Boolean>system(() -> health.saw(running, WELL, DeploymentHealth.HEALTHY));
  }

  @Test
  void onlyWhatIsToRunIsWatched() {
    rows.deployment(tenant, LOCAL, "stopped", List.of("web"));
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web", "db"));
    assertThat(running()).containsExactly(new Running(tenant, id, 0, List.of("db", "web")));
  }

  @Test
  void whatWasSeenIsWritten() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    assertThat(saw(running().getFirst())).isTrue();
    assertThat(rows.health(id)).isEqualTo("healthy");
    assertThat(rows.service(id, "web")).isEqualTo("running healthy");
  }

  @Test
  void anOperationThatBeganSinceCountsMore() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    Running read = running().getFirst();
    rows.update("update deployment set generation = generation + 1 where id = ?", id.value());
    assertThat(saw(read)).isFalse();
    assertThat(rows.service(id, "web")).isEqualTo("waiting unknown");
  }

  @Test
  void theSameAgainWritesNothingNew() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    saw(running().getFirst());
    String row = "select xmin::text from deployment where id = ?";
    String before = rows.text(row, id.value());
    saw(running().getFirst());
    assertThat(rows.text(row, id.value())).isEqualTo(before);
  }

  @Test
  void aNodeThatIsAwayMakesItsDeploymentsUnavailable() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "running", List.of("web"));
    Running running = running().getFirst();
    database.worker().system(() -> health.missed(running));
    assertThat(rows.health(id)).isEqualTo("unavailable");
  }

  @Test
  void whatIsNotMeantToRunHasNoHealth() {
    DeploymentId id = rows.deployment(tenant, LOCAL, "stopped", List.of("web"));
    rows.update("update deployment set health = 'healthy' where id = ?", id.value());
    database.worker().system(() -> health.forgetHealthOfResting(LOCAL));
    assertThat(rows.health(id)).isEqualTo("unknown");
  }
}
