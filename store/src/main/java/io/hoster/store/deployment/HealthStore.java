package io.hoster.store.deployment;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentHealth;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How deployments do, written by the watch of their node and by nobody else; how their containers
 * are, while no operation is at work on them. Writes only what is new: each write is told to every
 * screen. Needs an open transaction of the system's scope.
 */
@Repository
@WorkerOnly
public class HealthStore {

  private final JdbcClient jdbc;

  public HealthStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A deployment that runs.
   *
   * @param generation of what was read; a newer one means that an operation has begun since
   * @param services names, as planned
   */
  public record Running(TenantId tenant, DeploymentId id, long generation, List<String> services) {}

  /** What was seen of a service's container. */
  public record Seen(
      String service, String state, String health, int restarts, @Nullable String message) {}

  /** The deployments that are to run on {@code node}. */
  public List<Running> running(NodeId node) {
    Map<DeploymentId, Running> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select d.tenant_id, d.id, d.generation, s.name
            from deployment d
            left join deployment_service s on s.deployment_id = d.id and s.tenant_id = d.tenant_id
            where d.node_id = ? and d.status = 'running' and d.deleted_at is null
            order by d.id, s.name
            """)
        .param(node.value())
        .query(row -> {
          TenantId tenant = new TenantId(row.getString(1));
          DeploymentId id = new DeploymentId(row.getString(2));
          long generation = row.getLong(3);
          Running running =
              found.computeIfAbsent(
                  id, any -> new Running(tenant, id, generation, new ArrayList<>()));
          if (row.getString(4) != null) {
            running.services().add(row.getString(4));
          }
        });
    return List.copyOf(found.values());
  }

  /**
   * Writes what was seen, unless an operation has begun since: its word counts then.
   *
   * @return whether it was written
   */
  public boolean saw(Running running, List<Seen> services, DeploymentHealth health) {
    if (!lockIfUnchanged(running)) {
      return false;
    }
    for (Seen seen : services) {
      write(running, seen);
    }
    jdbc.sql(
            """
            update deployment_service set checked_at = now()
            where tenant_id = ? and deployment_id = ?
            """)
        .params(running.tenant().value(), running.id().value())
        .update();
    setHealth(running, health);
    return true;
  }

  /** The node is away: what its deployments do is not known. */
  public void missed(Running running) {
    if (lockIfUnchanged(running)) {
      setHealth(running, DeploymentHealth.UNAVAILABLE);
    }
  }

  private boolean lockIfUnchanged(Running running) {
    return jdbc.sql(
            """
            select 1 from deployment
            where tenant_id = ? and id = ? and generation = ? and status = 'running' and deleted_at is null
            for update
            """)
        .params(running.tenant().value(), running.id().value(), running.generation())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void write(Running running, Seen seen) {
    jdbc.sql(
            """
            update deployment_service set state = :state, health = :health, restarts = :restarts, message = :message
            where tenant_id = :tenant and deployment_id = :deployment and name = :service
              and (state, health, restarts, coalesce(message, ''))
                is distinct from (:state, :health, :restarts, coalesce(:message, ''))
            """)
        .param("tenant", running.tenant().value())
        .param("deployment", running.id().value())
        .param("service", seen.service())
        .param("state", seen.state())
        .param("health", seen.health())
        .param("restarts", seen.restarts())
        .param("message", seen.message(), java.sql.Types.VARCHAR)
        .update();
  }

  private void setHealth(Running running, DeploymentHealth health) {
    jdbc.sql(
            """
            update deployment set health = :health
            where tenant_id = :tenant and id = :id and health <> :health
            """)
        .param("tenant", running.tenant().value())
        .param("id", running.id().value())
        .param("health", health.word())
        .update();
  }

  /** What is not meant to run has no health. */
  public void forgetHealthOfResting(NodeId node) {
    jdbc.sql(
            """
            update deployment set health = 'unknown'
            where node_id = ? and health <> 'unknown'
              and (status <> 'running' or deleted_at is not null)
            """)
        .param(node.value())
        .update();
  }
}
