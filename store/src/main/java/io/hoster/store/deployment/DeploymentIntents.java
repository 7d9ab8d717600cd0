package io.hoster.store.deployment;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want of deployments: new rows and wishes. The state is not written here. */
@Repository
public class DeploymentIntents {

  private final JdbcClient jdbc;

  DeploymentIntents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A deployment as somebody about to command it finds it. */
  public record Subject(String name, DeploymentStatus status, int revision, int appliedRevision) {}

  /** Whether {@code tenant} has a deployment called {@code name}. */
  public boolean nameIsTaken(TenantId tenant, String name) {
    return jdbc.sql(
            "select 1 from deployment where tenant_id = ? and name = ? and deleted_at is null")
        .params(tenant.value(), name)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  public boolean hostIsFree(TenantId tenant, String host) {
    return jdbc.sql("select host_is_free(?, ?)")
        .params(host, tenant.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Adds a pending deployment.
   *
   * @param lifetime after which it goes away by itself; null: it stays
   * @return false when its name or host was taken meanwhile
   */
  public boolean add(
      TenantId tenant,
      DeploymentId id,
      String name,
      String kind,
      String templateId,
      String host,
      @Nullable String createdBy,
      @Nullable Duration lifetime) {
    return jdbc.sql(
                """
                insert into deployment (id, tenant_id, name, kind, template_id, host, status, created_by, expires_at)
                values (?, ?, ?, ?, ?, ?, 'pending', ?, now() + make_interval(secs => cast(? as double precision)))
                on conflict do nothing
                """)
            .params(id.value(), tenant.value(), name, kind, templateId, host)
            .param(createdBy)
            .param(lifetime == null ? null : lifetime.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /** The deployment, locked until the transaction ends; empty: gone, or another tenant's. */
  public Optional<Subject> lock(TenantId tenant, DeploymentId id) {
    return jdbc.sql(
            """
            select name, status, revision, applied_revision from deployment
            where tenant_id = ? and id = ? and deleted_at is null for update
            """)
        .params(tenant.value(), id.value())
        .query((rs, n) ->
            new Subject(
                rs.getString(1), DeploymentStatus.of(rs.getString(2)), rs.getInt(3), rs.getInt(4)))
        .optional();
  }

  /** The operation that is open on it. */
  public Verdict.@Nullable Open open(TenantId tenant, DeploymentId id) {
    return jdbc.sql(
            """
            select kind, status, undoing_to,
              (select name from operation_step s where s.operation_id = o.id
                and s.status not in ('done', 'skipped') order by position limit 1)
            from operation o
            where tenant_id = ? and subject_id = ? and status in ('running', 'waiting_for_person')
            """)
        .params(tenant.value(), id.value())
        .query((rs, n) ->
            new Verdict.Open(
                OperationKind.valueOf(rs.getString(1)),
                rs.getString(2).equals("waiting_for_person"),
                rs.getString(3) != null,
                rs.getString(4) == null ? null : Step.valueOf(rs.getString(4))))
        .optional()
        .orElse(null);
  }

  /** The wish: run this revision. */
  public void wish(TenantId tenant, DeploymentId id, int revision) {
    jdbc.sql(
            "update deployment set revision = ?, updated_at = now() where tenant_id = ? and id = ?")
        .params(revision, tenant.value(), id.value())
        .update();
  }
}
