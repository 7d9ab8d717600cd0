package io.hoster.store.node;

import io.hoster.store.Columns;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads nodes. Needs an open transaction. */
@Repository
public class NodeQueries {

  private static final String COLUMNS =
      """
      select n.id, n.name, n.origin, n.status, n.status_reason, n.docker_version, n.cgroup_version, n.cpus,
        n.memory_bytes, n.disk_bytes, n.disk_free_bytes, n.last_seen_at,
        (select count(*) from deployment d where d.node_id = n.id and d.deleted_at is null) as deployments
      from node n
      """;

  private final JdbcClient jdbc;

  public NodeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The platform's nodes and those of {@code tenant}, oldest first. */
  public List<NodeRow> nodes(TenantId tenant) {
    return jdbc.sql(
            COLUMNS + "where n.tenant_id is null or n.tenant_id = ? order by n.created_at, n.id")
        .param(tenant.value())
        .query((row, n) -> node(row))
        .list();
  }

  /** One node, if it is the platform's or {@code tenant}'s. */
  public Optional<NodeRow> node(TenantId tenant, NodeId node) {
    return jdbc.sql(COLUMNS + "where n.id = ? and (n.tenant_id is null or n.tenant_id = ?)")
        .params(node.value(), tenant.value())
        .query((row, n) -> node(row))
        .optional();
  }

  /** Every node, for staff. */
  public List<NodeRow> all() {
    return jdbc.sql(COLUMNS + "order by n.created_at, n.id").query((row, n) -> node(row)).list();
  }

  /** One node, for staff. */
  public Optional<NodeRow> any(NodeId node) {
    return jdbc.sql(COLUMNS + "where n.id = ?")
        .param(node.value())
        .query((row, n) -> node(row))
        .optional();
  }

  /** What apps are promised and use, for staff. Needs the platform's transaction. */
  public NodeUse use(NodeId node, int mostContainers) {
    return jdbc.sql(
            """
            with promised as (
              select coalesce(sum(p.nano_cpus), 0) as cpus, coalesce(sum(p.memory_bytes), 0) as memory
                from deployment d
                join deployment_service s on s.deployment_id = d.id
                join tenant t on t.id = d.tenant_id
                join plan p on p.id = t.plan_id
               where d.node_id = :node and d.deleted_at is null
                 and d.status in ('scheduled', 'building', 'starting', 'running', 'updating', 'failed')),
            used as (
              select sum(cpu_percent)::float8 as cpu, sum(memory_bytes) as memory from (
                select distinct on (s.deployment_id, s.service) cpu_percent, memory_bytes
                  from sample s join deployment d on d.id = s.deployment_id
                 where d.node_id = :node and d.deleted_at is null and s.at > now() - interval '3 minutes'
                 order by s.deployment_id, s.service, s.at desc) newest),
            ports as (
              select count(*) filter (where state = 'leased') as leased, count(*) filter (where state = 'free') as free,
                     count(*) filter (where state = 'foreign') as foreigners
                from port_lease where node_id = :node)
            select promised.cpus, promised.memory, used.cpu as used_cpu, used.memory as used_memory,
                   ports.leased, ports.free, ports.foreigners
              from promised, used, ports
            """)
        .param("node", node.value())
        .query((row, n) ->
            new NodeUse(
                row.getLong("cpus"),
                row.getLong("memory"),
                row.getObject("used_cpu", Double.class),
                bytes(row, "used_memory"),
                row.getLong("leased"),
                row.getLong("free"),
                row.getLong("foreigners"),
                containers(node, mostContainers)))
        .single();
  }

  private List<NodeUse.Container> containers(NodeId node, int most) {
    return jdbc.sql(
            """
            select s.container_name, d.id, d.name, t.id as tenant_id, t.name as tenant_name, s.state, s.health,
                   s.restarts, s.checked_at
              from deployment d
              join deployment_service s on s.deployment_id = d.id
              join tenant t on t.id = d.tenant_id
             where d.node_id = ? and d.deleted_at is null and s.container_name is not null
             order by (s.health in ('healthy', 'none')), d.name, s.name limit ?
            """)
        .params(node.value(), most)
        .query((row, n) ->
            new NodeUse.Container(
                row.getString("container_name"),
                row.getString("id"),
                row.getString("name"),
                row.getString("tenant_id"),
                row.getString("tenant_name"),
                row.getString("state"),
                row.getString("health"),
                row.getInt("restarts"),
                Columns.instant(row, "checked_at")))
        .list();
  }

  private static NodeRow node(ResultSet row) throws SQLException {
    OffsetDateTime seen = row.getObject("last_seen_at", OffsetDateTime.class);
    return new NodeRow(
        new NodeId(row.getString("id")),
        row.getString("name"),
        row.getString("origin"),
        row.getString("status"),
        row.getString("status_reason"),
        row.getString("docker_version"),
        number(row, "cgroup_version"),
        number(row, "cpus"),
        bytes(row, "memory_bytes"),
        bytes(row, "disk_bytes"),
        bytes(row, "disk_free_bytes"),
        seen == null ? null : seen.toInstant(),
        row.getLong("deployments"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Long bytes(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
