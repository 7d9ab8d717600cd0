package io.hoster.store.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.metering.Counters;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleStoreIT {

  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final SampleStore samples = new SampleStore(database.jdbc());
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final DeploymentId deployment = new DeploymentId("dep_1");

  @AfterEach
  void close() {
    database.close();
  }

  private void add(Instant at, double cpu, long memory, long network) {
    database
        .worker()
        .system(() ->
            samples.add(
                tenant, deployment, "web", at, memory, new Counters.Use(cpu, network, network)));
  }

  @Test
  void anHourThatIsOverIsSummedUpOnce() {
    add(Instant.parse("2026-11-20T09:00:00Z"), 10, 100, 5);
    add(Instant.parse("2026-11-20T09:01:00Z"), 30, 300, 7);
    add(NOW, 90, 900, 9);
    assertThat(database.worker().<Integer>system(() -> samples.rollUp(NOW))).isEqualTo(1);
    assertThat(database.worker().<Integer>system(() -> samples.rollUp(NOW))).isZero();
    assertThat(
            rows.text(
                """
                select concat_ws(' ', hour at time zone 'UTC', samples, cpu_percent_avg, cpu_percent_max,
                  memory_bytes_avg, memory_bytes_max, network_in_bytes, network_out_bytes)
                from sample_hour
                """))
        .isEqualTo("2026-11-20 09:00:00 2 20 30 200 300 12 12");
  }

  @Test
  void theSameMomentTwiceIsOnce() {
    add(NOW, 1, 1, 1);
    add(NOW, 2, 2, 2);
    assertThat(rows.count("select count(*) from sample")).isEqualTo(1);
  }

  @Test
  void oldSamplesAndHoursAreForgotten() {
    add(NOW.minus(Duration.ofHours(49)), 1, 1, 1);
    add(NOW.minus(Duration.ofHours(47)), 1, 1, 1);
    add(NOW.minus(Duration.ofDays(91)), 1, 1, 1);
    database.worker().system(() -> samples.rollUp(NOW));
    database.worker().system(() -> samples.forget(NOW));
    assertThat(rows.count("select count(*) from sample")).isEqualTo(1);
    assertThat(rows.count("select count(*) from sample_hour")).isEqualTo(2);
  }
}
