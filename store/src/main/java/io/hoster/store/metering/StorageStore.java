package io.hoster.store.metering;

import io.hoster.store.Columns;
import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.metering.Stored;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes what deployments keep on disk; the watch of their node does, and nobody else. Needs an
 * open transaction of the system's scope.
 */
@Repository
@WorkerOnly
public class StorageStore {

  private final JdbcClient jdbc;

  public StorageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A deployment whose storage is to be measured. */
  public record Due(TenantId tenant, DeploymentId id) {}

  /**
   * Those of {@code node} at rest that were not measured since {@code since}, longest ago first.
   */
  public List<Due> due(NodeId node, Instant since, int limit) {
    return jdbc.sql(
            """
            select d.tenant_id, d.id
            from deployment d
            left join storage s on s.tenant_id = d.tenant_id and s.deployment_id = d.id and s.type = 'code'
            where d.node_id = ? and d.deleted_at is null and d.status in ('running', 'stopped', 'suspended', 'failed')
              and (s.calculated_at is null or s.calculated_at < ?)
            order by s.calculated_at nulls first, d.id
            limit ?
            """)
        .params(node.value(), Columns.parameter(since), limit)
        .query(
            (row, n) -> new Due(new TenantId(row.getString(1)), new DeploymentId(row.getString(2))))
        .list();
  }

  /** What was found of {@code due}, in the place of what was found before. */
  public void put(Due due, List<Stored> found, Instant at) {
    for (Stored stored : found) {
      jdbc.sql(
              """
              insert into storage (tenant_id, deployment_id, type, size_bytes, file_count, calculated_at)
              select tenant_id, id, ?, ?, ?, ? from deployment where tenant_id = ? and id = ? and deleted_at is null
              on conflict (deployment_id, type) do update
              set size_bytes = excluded.size_bytes, file_count = excluded.file_count, calculated_at = excluded.calculated_at
              """)
          .params(stored.type().word(), stored.bytes(), stored.files(), Columns.parameter(at))
          .params(due.tenant().value(), due.id().value())
          .update();
    }
  }
}
