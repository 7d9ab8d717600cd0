package io.hoster.store.edge;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
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

  /** Gives those in {@code changed} the state they want, under a revision that is theirs alone. */
  private static final String CHANGE =
      """
      , raised as (
        update edge_revision set value = value + 1 where exists (select 1 from changed) returning value)
      update route r set state = changed.wanted, revision = raised.value
        from changed, raised where r.deployment_id = changed.deployment_id
      """;

  private final JdbcClient jdbc;

  public RouteStore(JdbcClient jdbc) {
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
    jdbc.sql(
            """
            with changed as (
              select deployment_id, 'unavailable' as wanted from route
               where tenant_id = :tenant and deployment_id = :deployment and state = 'starting')
            """
                + CHANGE)
        .param("tenant", tenant.value())
        .param("deployment", deployment.value())
        .update();
  }

  /**
   * The address leads to the app while the container behind it runs, else to a page that says so:
   * its port may be somebody else's by then. One that rests or starts stays as it is.
   *
   * @param running the services whose containers run
   */
  public void follow(TenantId tenant, DeploymentId deployment, List<String> running) {
    jdbc.sql(
            """
            with found as (
              select r.deployment_id, r.state, case when p.service = any(:running) then 'live' else 'unavailable' end as wanted
                from route r join port_lease p on p.deployment_id = r.deployment_id and r.upstream like '%:' || p.port
               where r.tenant_id = :tenant and r.deployment_id = :deployment and r.state in ('live', 'unavailable')),
            changed as (select deployment_id, wanted from found where state <> wanted)
            """
                + CHANGE)
        .param("tenant", tenant.value())
        .param("deployment", deployment.value())
        .param("running", running.toArray(String[]::new))
        .update();
  }

  /** The address of an app that is gone leads nowhere. Needs the platform's transaction. */
  public void removeOfGone(String host) {
    int removed =
        jdbc.sql(
                """
                delete from route r where host = ? and exists (
                  select 1 from deployment d where d.id = r.deployment_id and d.deleted_at is not null)
                """)
            .param(host)
            .update();
    if (removed > 0) {
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
