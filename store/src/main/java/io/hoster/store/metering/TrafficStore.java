package io.hoster.store.metering;

import io.hoster.store.Columns;
import io.hoster.store.WorkerOnly;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What apps served, by minute and by hour, and how far each edge has counted. Needs an open
 * transaction of the system's scope.
 */
@Repository
@WorkerOnly
public class TrafficStore {

  private final JdbcClient jdbc;

  public TrafficStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far {@code edge} has counted; empty: it never did. */
  public Optional<LogMark> mark(String edge) {
    return jdbc.sql("select file, begun, position from access_log where edge_id = ?")
        .param(edge)
        .query((row, n) ->
            new LogMark(
                row.getString("file"), Columns.instant(row, "begun"), row.getLong("position")))
        .optional();
  }

  /**
   * Moves the mark of {@code edge}; false, and nothing changed, when it is not {@code before} any
   * more: somebody else counts the same log, and what lies between must not be added.
   */
  public boolean move(String edge, @Nullable LogMark before, LogMark after) {
    return before == null ? begin(edge, after) : advance(edge, before, after);
  }

  private boolean begin(String edge, LogMark after) {
    return jdbc.sql(
                """
                insert into access_log (edge_id, file, begun, position) values (?, ?, ?, ?)
                on conflict (edge_id) do nothing
                """)
            .params(edge, after.file(), Columns.parameter(after.begun()), after.position())
            .update()
        == 1;
  }

  private boolean advance(String edge, LogMark before, LogMark after) {
    return jdbc.sql(
                """
                update access_log set file = ?, begun = ?, position = ?
                where edge_id = ? and file = ? and position = ?
                """)
            .params(after.file(), Columns.parameter(after.begun()), after.position())
            .params(edge, before.file(), before.position())
            .update()
        == 1;
  }

  /** Adds to what was counted before; what belongs to no deployment that exists is dropped. */
  public void add(List<TrafficCount> counts) {
    add("traffic", "minute", counts);
    add("traffic_hour", "hour", counts);
  }

  /** In one order, so that two edges never wait for each other. */
  private void add(String table, String stretch, List<TrafficCount> counts) {
    jdbc.sql(
            """
            insert into %1$s as t (tenant_id, deployment_id, at, requests, errors, upgrades, response_ms_sum,
              bytes_in, bytes_out)
            select d.tenant_id, d.id, date_trunc('%2$s', to_timestamp(c.minute), 'UTC'), sum(c.requests),
              sum(c.errors), sum(c.upgrades), sum(c.millis), sum(c.bytes_in), sum(c.bytes_out)
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::float8[], ?::bigint[],
                ?::bigint[]) as c (id, minute, requests, errors, upgrades, millis, bytes_in, bytes_out)
            join deployment d on d.id = c.id and d.deleted_at is null
            group by 1, 2, 3 order by 2, 3
            on conflict (deployment_id, at) do update set
              requests = t.requests + excluded.requests, errors = t.errors + excluded.errors,
              upgrades = t.upgrades + excluded.upgrades,
              response_ms_sum = t.response_ms_sum + excluded.response_ms_sum,
              bytes_in = t.bytes_in + excluded.bytes_in, bytes_out = t.bytes_out + excluded.bytes_out
            """
                .formatted(table, stretch))
        .param(counts.stream().map(count -> count.deployment().value()).toArray(String[]::new))
        .param(longs(counts, count -> count.minute().getEpochSecond()))
        .param(longs(counts, TrafficCount::requests))
        .param(longs(counts, TrafficCount::errors))
        .param(longs(counts, TrafficCount::upgrades))
        .param(counts.stream().mapToDouble(TrafficCount::responseMillis).toArray())
        .param(longs(counts, TrafficCount::bytesIn))
        .param(longs(counts, TrafficCount::bytesOut))
        .update();
  }

  private static long[] longs(List<TrafficCount> counts, ToLongFunction<TrafficCount> value) {
    return counts.stream().mapToLong(value).toArray();
  }
}
