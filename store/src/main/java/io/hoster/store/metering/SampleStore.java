package io.hoster.store.metering;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.metering.Counters;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What containers used: a row a minute for 48 hours, a row an hour for 90 days. Needs an open
 * transaction of the system's scope.
 */
@Repository
@WorkerOnly
public class SampleStore {

  private final JdbcClient jdbc;

  public SampleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What time the database has, by which everything here is written. */
  public Instant now() {
    return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
  }

  /** Adds a sample; network bytes are those since the sample before. */
  public void add(
      TenantId tenant,
      DeploymentId deployment,
      String service,
      Instant at,
      long memoryBytes,
      Counters.Use use) {
    jdbc.sql(
            """
            insert into sample (tenant_id, deployment_id, service, at, cpu_percent, memory_bytes,
              network_in_bytes, network_out_bytes)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (deployment_id, service, at) do nothing
            """)
        .params(tenant.value(), deployment.value(), service, at.atOffset(ZoneOffset.UTC))
        .params((float) use.cpuPercent(), memoryBytes)
        .params(use.networkInBytes(), use.networkOutBytes())
        .update();
  }

  /** Sums up every hour that is over; an hour that was summed up is left as it is. */
  public int rollUp(Instant now) {
    return jdbc.sql(
            """
            insert into sample_hour (tenant_id, deployment_id, service, hour, samples, cpu_percent_avg, cpu_percent_max,
              memory_bytes_avg, memory_bytes_max, network_in_bytes, network_out_bytes)
            select tenant_id, deployment_id, service, date_trunc('hour', at, 'UTC'), count(*), avg(cpu_percent),
              max(cpu_percent), avg(memory_bytes)::bigint, max(memory_bytes), sum(network_in_bytes)::bigint,
              sum(network_out_bytes)::bigint
            from sample where at < date_trunc('hour', ?::timestamptz, 'UTC')
            group by 1, 2, 3, 4
            on conflict (deployment_id, service, hour) do nothing
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Deletes what is kept by the minute after 48 hours and what is kept by the hour after 90 days:
   * samples and traffic.
   */
  public int forget(Instant now) {
    return forgetMinutes("sample", now)
        + forgetMinutes("traffic", now)
        + forgetHours("sample_hour", "hour", now)
        + forgetHours("traffic_hour", "at", now);
  }

  private int forgetMinutes(String table, Instant now) {
    return jdbc.sql(
            "delete from %s where at < date_trunc('hour', ?::timestamptz, 'UTC') - interval '48 hours'"
                .formatted(table))
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private int forgetHours(String table, String column, Instant now) {
    return jdbc.sql(
            "delete from %s where %s < ?::timestamptz - interval '90 days'"
                .formatted(table, column))
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
