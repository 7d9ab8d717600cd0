package io.hoster.store.deployment;

import io.hoster.workflows.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a tenant's plan allows, and how much of it is used. */
@Repository
public class PlanLimits {

  private final JdbcClient jdbc;

  PlanLimits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many deployments of a kind there are, and may be. App, web and store count as sites. */
  public record Use(int used, int limit, String plan) {

    /** Said when there is no room. */
    public String sentence() {
      return "Deployment limit reached (" + limit + "/" + limit + "). Upgrade your plan.";
    }
  }

  /** What one container may use. */
  public record Container(long nanoCpus, long memoryBytes, long pids, long diskBytesPerSecond) {}

  /** Locks the tenant's row, so that limits checked after it hold until the transaction ends. */
  public void lock(TenantId tenant) {
    jdbc.sql("select 1 from tenant where id = ? for update")
        .param(tenant.value())
        .query(Integer.class)
        .single();
  }

  public Use use(TenantId tenant, String kind) {
    return jdbc.sql(
            """
            select p.name,
              case when ? = 'api' then p.apis when ? = 'database' then p.databases else p.sites end as allowed,
              (select count(*) from deployment d where d.tenant_id = t.id and d.deleted_at is null
                 and case when ? in ('api', 'database') then d.kind = ?
                     else d.kind not in ('api', 'database') end) as used
            from tenant t join plan p on p.id = t.plan_id where t.id = ?
            """)
        .params(kind, kind, kind, kind, tenant.value())
        .query((rs, n) -> new Use(rs.getInt("used"), rs.getInt("allowed"), rs.getString("name")))
        .single();
  }

  public Container container(TenantId tenant) {
    return jdbc.sql(
            """
            select p.nano_cpus, p.memory_bytes, p.pids, p.disk_bytes_per_second
            from tenant t join plan p on p.id = t.plan_id where t.id = ?
            """)
        .param(tenant.value())
        .query((rs, n) -> new Container(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4)))
        .single();
  }
}
