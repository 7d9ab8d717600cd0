package io.hoster.store.node;

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
