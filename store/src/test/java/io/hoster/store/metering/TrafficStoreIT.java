package io.hoster.store.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.store.TestDatabase;
import io.hoster.store.edge.RouteRows;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrafficStoreIT {

  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
  private static final LogMark FIRST = new LogMark("a", NOW, 100);

  private final TestDatabase database = TestDatabase.fresh();
  private final TrafficStore traffic = new TrafficStore(database.jdbc());
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final DeploymentId shop = new RouteRows(database).deployment(tenant, "shop");

  @AfterEach
  void close() {
    database.close();
  }

  private static TrafficCount count(DeploymentId deployment, Instant minute) {
    return new TrafficCount(deployment, minute, 3, 1, 1, 0.75, 10, 20);
  }

  private void add(TrafficCount... counts) {
    database.worker().system(() -> traffic.add(List.of(counts)));
  }

  private String row(String table) {
    return rows.text(
        """
        select string_agg(concat_ws(' ', tenant_id, at at time zone 'UTC', requests, errors, upgrades,
          response_ms_sum, bytes_in, bytes_out), ', ' order by at) from\s\
        """
            + table);
  }

  @Test
  void addsToTheMinuteAndToItsHour() {
    add(count(shop, NOW), count(shop, NOW.plusSeconds(60)));
    add(count(shop, NOW));
    assertThat(row("traffic"))
        .isEqualTo(
            "%1$s 2026-11-20 10:30:00 6 2 2 1.5 20 40, %1$s 2026-11-20 10:31:00 3 1 1 0.75 10 20"
                .formatted(tenant));
    assertThat(row("traffic_hour")).isEqualTo(tenant + " 2026-11-20 10:00:00 9 3 3 2.25 30 60");
  }

  @Test
  void dropsWhatBelongsToNoDeployment() {
    DeploymentId gone = new RouteRows(database).deployment(tenant, "gone");
    rows.update("update deployment set deleted_at = now() where id = ?", gone.value());
    add(count(gone, NOW), count(new DeploymentId("dep_never"), NOW));
    assertThat(rows.count("select count(*) from traffic")).isZero();
    assertThat(rows.count("select count(*) from traffic_hour")).isZero();
  }

  @Test
  void aMarkMovesOnlyFromWhereItStands() {
    LogMark next = new LogMark("a", NOW, 200);
    assertThat(move(null, FIRST)).isTrue();
    assertThat(move(null, next)).isFalse();
    assertThat(move(new LogMark("a", NOW, 50), next)).isFalse();
    assertThat(move(new LogMark("b", NOW, 100), next)).isFalse();
    assertThat(database.worker().system(() -> traffic.mark("edge-1"))).contains(FIRST);
    assertThat(move(FIRST, next)).isTrue();
    assertThat(database.worker().system(() -> traffic.mark("edge-1"))).contains(next);
    assertThat(database.worker().system(() -> traffic.mark("edge-2"))).isEmpty();
  }

  private boolean move(@Nullable LogMark before, LogMark after) {
    return database.worker().system(() -> traffic.move("edge-1", before, after));
  }

  @Test
  void oldMinutesAndHoursAreForgotten() {
    add(
        count(shop, NOW.minus(Duration.ofHours(47))),
        count(shop, NOW.minus(Duration.ofHours(49))),
        count(shop, NOW.minus(Duration.ofDays(91))));
    database.worker().system(() -> new SampleStore(database.jdbc()).forget(NOW));
    assertThat(rows.count("select count(*) from traffic")).isEqualTo(1);
    assertThat(rows.count("select count(*) from traffic_hour")).isEqualTo(2);
  }

  @Test
  void theWebMayReadItAndNothingElse() {
    add(count(shop, NOW));
    TenantId bob = new TenantId(database.tenant("Bob"));
    assertThat(visibleTo(tenant)).isEqualTo(1);
    assertThat(visibleTo(bob)).isZero();
    assertThatThrownBy(() -> database.web().system(() -> traffic.add(List.of(count(shop, NOW)))))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private int visibleTo(TenantId who) {
    return database
        .web()
        .tenant(
            who,
            () ->
                database
                    .jdbc()
                    .sql("select count(*) from traffic_hour")
                    .query(Integer.class)
                    .single());
  }
}
