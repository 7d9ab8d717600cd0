package io.hoster.store.metering;

import io.hoster.store.Columns;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what deployments used. Needs an open transaction. */
@Repository
public class SampleQueries {

  private static final Duration FINE = Duration.ofHours(24);

  private final JdbcClient jdbc;

  public SampleQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The deployment's use from {@code from} until {@code to}, oldest first, in stretches short
   * enough for a chart: a minute up to six hours, five minutes up to a day, else an hour. A stretch
   * without any value is absent.
   */
  public List<SampleRow> samples(
      TenantId tenant, DeploymentId deployment, Instant from, Instant to) {
    Duration span = Duration.between(from, to);
    return jdbc.sql(
            span.compareTo(FINE) <= 0
                ? FINE_ROWS + JOINED.formatted("traffic")
                : HOUR_ROWS + JOINED.formatted("traffic_hour"))
        .param("tenant", tenant.value())
        .param("deployment", deployment.value())
        .param("from", Columns.parameter(from))
        .param("to", Columns.parameter(to))
        .param("stretch", stretch(span).toSeconds())
        .query((row, n) -> sample(row))
        .list();
  }

  /** How long one stretch of a chart over {@code span} is. */
  public static Duration stretch(Duration span) {
    if (span.compareTo(Duration.ofHours(6)) <= 0) {
      return Duration.ofMinutes(1);
    }
    return span.compareTo(FINE) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
  }

  private static final String FINE_ROWS =
      """
      with measured as (
        select date_bin(make_interval(secs => :stretch), at, timestamptz 'epoch') as at, service,
               avg(cpu_percent) as cpu, avg(memory_bytes) as memory,
               sum(network_in_bytes) as net_in, sum(network_out_bytes) as net_out
          from sample
         where tenant_id = :tenant and deployment_id = :deployment and at >= :from and at < :to
         group by 1, 2)
      """;

  /** Hours that were summed up, and those that are not yet. */
  private static final String HOUR_ROWS =
      """
      with measured as (
        select hour as at, service, cpu_percent_avg as cpu, memory_bytes_avg as memory,
               network_in_bytes as net_in, network_out_bytes as net_out
          from sample_hour
         where tenant_id = :tenant and deployment_id = :deployment and hour >= :from and hour < :to
        union all
        select date_trunc('hour', s.at, 'UTC'), s.service, avg(s.cpu_percent), avg(s.memory_bytes),
               sum(s.network_in_bytes), sum(s.network_out_bytes)
          from sample s
         where s.tenant_id = :tenant and s.deployment_id = :deployment and s.at >= :from and s.at < :to
           and not exists (select from sample_hour h
                            where h.tenant_id = s.tenant_id and h.deployment_id = s.deployment_id
                              and h.service = s.service and h.hour = date_trunc('hour', s.at, 'UTC'))
         group by 1, 2)
      """;

  /** Where it was measured and no request was counted, nobody came. */
  private static final String JOINED =
      """
      , used as (
        select at, sum(cpu)::float8 as cpu, round(sum(memory))::bigint as memory,
               sum(net_in)::bigint as net_in, sum(net_out)::bigint as net_out, 0 as nobody
          from measured group by at),
      served as (
        select date_bin(make_interval(secs => :stretch), at, timestamptz 'epoch') as at,
               sum(requests)::bigint as requests, sum(errors)::bigint as errors,
               sum(response_ms_sum) / nullif(sum(requests - upgrades), 0)::float8 as millis
          from %s
         where tenant_id = :tenant and deployment_id = :deployment and at >= :from and at < :to
         group by 1)
      select coalesce(used.at, served.at) as at, used.cpu, used.memory, used.net_in, used.net_out,
             coalesce(served.requests, used.nobody) as requests, coalesce(served.errors, used.nobody) as errors,
             served.millis
        from used full join served on served.at = used.at
       order by 1
      """;

  private static SampleRow sample(ResultSet row) throws SQLException {
    return new SampleRow(
        Columns.instant(row, "at"),
        real(row, "cpu"),
        whole(row, "memory"),
        whole(row, "net_in"),
        whole(row, "net_out"),
        whole(row, "requests"),
        whole(row, "errors"),
        real(row, "millis"));
  }

  private static @Nullable Double real(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
