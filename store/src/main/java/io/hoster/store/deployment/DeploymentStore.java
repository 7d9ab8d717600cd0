package io.hoster.store.deployment;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of deployments; only the deployment's own workflow leads here. */
@Repository
@WorkerOnly
public class DeploymentStore {

  private final JdbcClient jdbc;

  DeploymentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What steps need to know.
   *
   * @param revision the wish
   * @param appliedRevision what runs; zero before the first time
   * @param node null: none chosen yet
   * @param suspendedFrom what it becomes when it is resumed; null: it is not suspended
   * @param side where its containers are, 1 or 2
   * @param nextSide where an update is being set up while the other side serves; null: none is
   */
  public record Facts(
      DeploymentId id,
      TenantId tenant,
      String name,
      String kind,
      String host,
      DeploymentStatus status,
      int revision,
      int appliedRevision,
      @Nullable NodeId node,
      long generation,
      long specGeneration,
      @Nullable String createdBy,
      @Nullable DeploymentStatus suspendedFrom,
      int side,
      @Nullable Integer nextSide) {

    /** Where steps work. */
    public int workingSide() {
      return nextSide == null ? side : nextSide;
    }

    /** The same, with the update that is being set up beside it left out. */
    public Facts asItServes() {
      return on(null);
    }

    /** The same, with an update that is to be set up on {@code next}. */
    public Facts on(@Nullable Integer next) {
      return new Facts(
          id,
          tenant,
          name,
          kind,
          host,
          status,
          revision,
          appliedRevision,
          node,
          generation,
          specGeneration,
          createdBy,
          suspendedFrom,
          side,
          next);
    }
  }

  /** The row, locked until the transaction ends; empty: gone. */
  public Optional<Facts> lock(TenantId tenant, DeploymentId id) {
    return find(tenant, id, "for update");
  }

  /** The row; empty: gone. */
  public Optional<Facts> find(TenantId tenant, DeploymentId id) {
    return find(tenant, id, "");
  }

  private Optional<Facts> find(TenantId tenant, DeploymentId id, String lock) {
    return jdbc.sql(
            """
            select id, tenant_id, name, kind, host, status, revision, applied_revision, node_id, generation,
              spec_generation, created_by, suspended_from, side, next_side
            from deployment where tenant_id = ? and id = ? and deleted_at is null
            """
                + lock)
        .params(tenant.value(), id.value())
        .query((rs, n) ->
            new Facts(
                new DeploymentId(rs.getString("id")),
                new TenantId(rs.getString("tenant_id")),
                rs.getString("name"),
                rs.getString("kind"),
                rs.getString("host"),
                DeploymentStatus.of(rs.getString("status")),
                rs.getInt("revision"),
                rs.getInt("applied_revision"),
                rs.getString("node_id") == null ? null : new NodeId(rs.getString("node_id")),
                rs.getLong("generation"),
                rs.getLong("spec_generation"),
                rs.getString("created_by"),
                rs.getString("suspended_from") == null
                    ? null
                    : DeploymentStatus.of(rs.getString("suspended_from")),
                rs.getInt("side"),
                rs.getObject("next_side", Integer.class)))
        .optional();
  }

  /** A fresh generation: writers of older ones stop. */
  public long raiseGeneration(TenantId tenant, DeploymentId id, boolean newSpec) {
    return jdbc.sql(
            """
            update deployment set generation = generation + 1,
              spec_generation = spec_generation + case when ? then 1 else 0 end
            where tenant_id = ? and id = ? returning generation
            """)
        .params(newSpec, tenant.value(), id.value())
        .query(Long.class)
        .single();
  }

  public void setStatus(
      TenantId tenant, DeploymentId id, DeploymentStatus status, @Nullable String reason) {
    jdbc.sql(
            """
            update deployment set status = ?, status_reason = ?, updated_at = now(),
              health = case when ? = 'running' then health else 'unknown' end
            where tenant_id = ? and id = ?
            """)
        .param(status.word())
        .param(reason)
        .params(status.word(), tenant.value(), id.value())
        .update();
  }

  /** What it is to become when it is resumed; null: it is not suspended any more. */
  public void setSuspendedFrom(
      TenantId tenant, DeploymentId id, @Nullable DeploymentStatus before) {
    jdbc.sql("update deployment set suspended_from = ? where tenant_id = ? and id = ?")
        .param(before == null ? null : before.word())
        .params(tenant.value(), id.value())
        .update();
  }

  public void setNode(TenantId tenant, DeploymentId id, NodeId node) {
    jdbc.sql("update deployment set node_id = ? where tenant_id = ? and id = ?")
        .params(node.value(), tenant.value(), id.value())
        .update();
  }

  /** An update is set up on {@code side}, beside what serves; null: it is given up. */
  public void setNextSide(TenantId tenant, DeploymentId id, @Nullable Integer side) {
    jdbc.sql("update deployment set next_side = ? where tenant_id = ? and id = ?")
        .param(side)
        .params(tenant.value(), id.value())
        .update();
  }

  /** The side on which the update was set up is the one that serves. */
  public void changeSide(TenantId tenant, DeploymentId id) {
    jdbc.sql(
            """
            update deployment set side = next_side, next_side = null
            where tenant_id = ? and id = ? and next_side is not null
            """)
        .params(tenant.value(), id.value())
        .update();
  }

  /** What runs is the wish now. */
  public void setApplied(TenantId tenant, DeploymentId id, int revision) {
    jdbc.sql(
            "update deployment set applied_revision = ?, updated_at = now() where tenant_id = ? and id = ?")
        .params(revision, tenant.value(), id.value())
        .update();
  }

  /** The wish goes back to what ran before. */
  public void takeBackWish(TenantId tenant, DeploymentId id) {
    jdbc.sql(
            """
            update deployment set revision = applied_revision, spec_generation = spec_generation + 1
            where tenant_id = ? and id = ? and applied_revision > 0
            """)
        .params(tenant.value(), id.value())
        .update();
  }

  /** The services as planned, before their containers exist; forgets those of older plans. */
  public void setServices(TenantId tenant, DeploymentId id, List<Service> services) {
    jdbc.sql(
            """
            delete from deployment_service
            where tenant_id = ? and deployment_id = ? and not (name = any (?))
            """)
        .params(
            tenant.value(), id.value(), services.stream().map(Service::name).toArray(String[]::new))
        .update();
    for (Service service : services) {
      jdbc.sql(
              """
              insert into deployment_service (tenant_id, deployment_id, name, image, container_name, state, health)
              values (?, ?, ?, ?, ?, 'waiting', 'unknown')
              on conflict (deployment_id, name) do update set image = excluded.image,
                container_name = excluded.container_name
              """)
          .params(tenant.value(), id.value(), service.name(), service.image(), service.container())
          .update();
    }
  }

  /** A service of the plan and the container it will be. */
  public record Service(String name, String image, String container) {}

  /** What a service's container was last seen doing. */
  public void setServiceState(
      TenantId tenant, DeploymentId id, String service, String state, String health) {
    jdbc.sql(
            """
            update deployment_service set state = ?, health = ?, checked_at = now()
            where tenant_id = ? and deployment_id = ? and name = ?
            """)
        .params(state, health, tenant.value(), id.value(), service)
        .update();
  }

  public void setImageId(TenantId tenant, DeploymentId id, String service, String imageId) {
    jdbc.sql(
            "update deployment_service set image_id = ? where tenant_id = ? and deployment_id = ? and name = ?")
        .params(imageId, tenant.value(), id.value(), service)
        .update();
  }

  /** Replaces what the customer is shown; secrets that it stood for are forgotten. */
  public void setCredentials(TenantId tenant, DeploymentId id, List<Credential> credentials) {
    jdbc.sql(
            """
            with old as (
              delete from credential where tenant_id = :tenant and deployment_id = :deployment
              returning secret_id)
            delete from secret where tenant_id = :tenant and id in (select secret_id from old)
            """)
        .param("tenant", tenant.value())
        .param("deployment", id.value())
        .update();
    int position = 1;
    for (Credential credential : credentials) {
      jdbc.sql(
              """
              insert into credential (tenant_id, deployment_id, position, name, service, value, secret_id)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(tenant.value(), id.value(), position++, credential.name(), credential.service())
          .param(credential.value())
          .param(credential.secretId())
          .update();
    }
  }

  /** Either a value or a secret's id. */
  public record Credential(
      String name, String service, @Nullable String value, @Nullable String secretId) {}

  /** The row ends: name and host are free, its parts are forgotten, its history stays. */
  public void end(TenantId tenant, DeploymentId id) {
    jdbc.sql("delete from credential where tenant_id = ? and deployment_id = ?")
        .params(tenant.value(), id.value())
        .update();
    jdbc.sql("delete from storage where tenant_id = ? and deployment_id = ?")
        .params(tenant.value(), id.value())
        .update();
    jdbc.sql("delete from deployment_service where tenant_id = ? and deployment_id = ?")
        .params(tenant.value(), id.value())
        .update();
    jdbc.sql(
            "update deployment set deleted_at = now(), updated_at = now() where tenant_id = ? and id = ? and deleted_at is null")
        .params(tenant.value(), id.value())
        .update();
  }

  /** A line of the deployment's life, in the name of whoever asked for the operation. */
  public void addEvent(
      TenantId tenant, DeploymentId id, String type, String message, OperationId operation) {
    jdbc.sql(
            """
            insert into event (id, tenant_id, deployment_id, type, message, actor, operation_id)
            select ?, tenant_id, ?, ?, ?, actor_name, id from operation where tenant_id = ? and id = ?
            """)
        .params(io.hoster.store.Ids.fresh("evt"), id.value(), type, message)
        .params(tenant.value(), operation.value())
        .update();
  }

  /** Whose it is; empty: gone. Needs the platform's transaction. */
  public Optional<TenantId> tenantOf(DeploymentId id) {
    return jdbc.sql("select tenant_id from deployment where id = ? and deleted_at is null")
        .param(id.value())
        .query((rs, n) -> new TenantId(rs.getString(1)))
        .optional();
  }

  /** All that live, for the reconciler: each should have a workflow. */
  public List<Living> living() {
    return jdbc.sql("select tenant_id, id from deployment where deleted_at is null order by id")
        .query(
            (rs, n) -> new Living(new TenantId(rs.getString(1)), new DeploymentId(rs.getString(2))))
        .list();
  }

  /** Those whose time is over and that are not being deleted yet, longest over first. */
  public List<Living> expired(int limit) {
    return jdbc.sql(
            """
            select tenant_id, id from deployment
            where expires_at < now() and deleted_at is null and status <> 'deleting'
            order by expires_at, id limit ?
            """)
        .param(limit)
        .query(
            (rs, n) -> new Living(new TenantId(rs.getString(1)), new DeploymentId(rs.getString(2))))
        .list();
  }

  /** A deployment that is not gone. */
  public record Living(TenantId tenant, DeploymentId id) {}
}
