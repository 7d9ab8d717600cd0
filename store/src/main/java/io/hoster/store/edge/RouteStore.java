package io.hoster.store.edge;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where each deployment's host leads. Every change raises the one revision in its own transaction,
 * so a snapshot with a revision holds all routes up to it.
 */
@Repository
@WorkerOnly
public class RouteStore {

  private final JdbcClient jdbc;

  RouteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Sets the route.
   *
   * @param state {@code live starting stopped suspended unavailable}
   * @param upstream host:port; null: keeps the one before
   * @return the revision that an edge must have applied; unchanged when nothing changed
   */
  public long put(
      TenantId tenant,
      DeploymentId deployment,
      String host,
      String state,
      @Nullable String upstream) {
    boolean same =
        jdbc.sql(
                """
                select 1 from route where tenant_id = ? and deployment_id = ? and host = ? and state = ?
                  and upstream is not distinct from coalesce(cast(? as text), upstream)
                """)
            .params(tenant.value(), deployment.value(), host, state)
            .param(upstream)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (same) {
      return revisionOf(tenant, deployment);
    }
    long revision = raise();
    jdbc.sql(
            """
            insert into route (deployment_id, tenant_id, host, state, upstream, revision)
            values (?, ?, ?, ?, coalesce(cast(? as text), (select upstream from route where deployment_id = ?)), ?)
            on conflict (deployment_id) do update set host = excluded.host, state = excluded.state,
              upstream = excluded.upstream, revision = excluded.revision
            """)
        .params(deployment.value(), tenant.value(), host, state)
        .param(upstream)
        .params(deployment.value(), revision)
        .update();
    return revision;
  }

  private long revisionOf(TenantId tenant, DeploymentId deployment) {
    return jdbc.sql("select revision from route where tenant_id = ? and deployment_id = ?")
        .params(tenant.value(), deployment.value())
        .query(Long.class)
        .single();
  }

  /** Takes the route away; twice is once. Returns the revision an edge must have applied. */
  public long remove(TenantId tenant, DeploymentId deployment) {
    int rows =
        jdbc.sql("delete from route where tenant_id = ? and deployment_id = ?")
            .params(tenant.value(), deployment.value())
            .update();
    return rows == 0
        ? jdbc.sql("select value from edge_revision").query(Long.class).single()
        : raise();
  }

  /** What was to start did not: its address says that it is not available. */
  public void giveUp(TenantId tenant, DeploymentId deployment) {
    int rows =
        jdbc.sql(
                """
                update route set state = 'unavailable', revision = (select value + 1 from edge_revision)
                where tenant_id = ? and deployment_id = ? and state = 'starting'
                """)
            .params(tenant.value(), deployment.value())
            .update();
    if (rows > 0) {
      raise();
    }
  }

  private long raise() {
    return jdbc.sql("update edge_revision set value = value + 1 returning value")
        .query(Long.class)
        .single();
  }

  /** Whether every edge that lives has applied {@code revision}, and at least one lives. */
  public boolean isApplied(long revision) {
    return jdbc.sql(
            """
            select count(*) > 0 and coalesce(min(applied_revision), 0) >= ? from edge
            where heartbeat_at > now() - interval '60 seconds'
            """)
        .param(revision)
        .query(Boolean.class)
        .single();
  }
}
