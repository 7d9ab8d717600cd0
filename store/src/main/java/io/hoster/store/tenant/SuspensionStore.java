package io.hoster.store.tenant;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of a tenant's deployments do not yet stand where the tenant's row wants them. */
@Repository
@WorkerOnly
public class SuspensionStore {

  /** What is being deleted, or is to be removed after a failure, need not be suspended. */
  private static final String COUNTED =
      """
      from deployment d
      left join operation o on o.subject_id = d.id and o.status in ('running', 'waiting_for_person')
      where d.tenant_id = :tenant and d.deleted_at is null and d.status <> 'deleting'
        and not (o.id is not null and (o.kind = 'DELETE' or o.undoing_to is not null))
      """;

  /** At rest, so that a command is legal; what failed while it was suspended waits for a person. */
  private static final String AT_REST =
      """
       and d.status in ('running', 'stopped', 'failed') and coalesce(o.kind, '') <> 'SUSPEND'
      """;

  private final JdbcClient jdbc;

  SuspensionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the tenant is to be suspended. Needs the platform's transaction. */
  public boolean isSuspended(TenantId tenant) {
    return jdbc.sql("select suspended_at is not null from tenant where id = ?")
        .param(tenant.value())
        .query(Boolean.class)
        .single();
  }

  /** How many deployments count. */
  public int all(TenantId tenant) {
    return count("", tenant);
  }

  /** How many are suspended. */
  public int suspended(TenantId tenant) {
    return count(" and d.status = 'suspended'", tenant);
  }

  private int count(String condition, TenantId tenant) {
    return jdbc.sql("select count(*) " + COUNTED + condition)
        .param("tenant", tenant.value())
        .query(Integer.class)
        .single();
  }

  /** Those that can be suspended now and are not commanded yet. */
  public List<DeploymentId> toSuspend(TenantId tenant, int limit) {
    return uncommanded(AT_REST, tenant, limit);
  }

  /** Those that can be resumed now and are not commanded yet. */
  public List<DeploymentId> toResume(TenantId tenant, int limit) {
    return uncommanded(" and d.status = 'suspended'", tenant, limit);
  }

  private List<DeploymentId> uncommanded(String condition, TenantId tenant, int limit) {
    return jdbc.sql(
            "select d.id "
                + COUNTED
                + condition
                + """
                   and not exists (select 1 from command c where c.subject_id = d.id and c.applied_at is null)
                 order by d.id limit :limit
                """)
        .param("tenant", tenant.value())
        .param("limit", limit)
        .query((row, n) -> new DeploymentId(row.getString(1)))
        .list();
  }

  /**
   * Tenants with deployments that are not where they should be. Needs the platform's transaction.
   */
  public List<TenantId> unfinished() {
    return jdbc.sql(
            """
            select distinct t.id from tenant t join deployment d on d.tenant_id = t.id
            where d.deleted_at is null
              and (t.suspended_at is not null and d.status in ('running', 'stopped', 'failed')
                or t.suspended_at is null and d.status = 'suspended')
            """)
        .query((row, n) -> new TenantId(row.getString(1)))
        .list();
  }
}
