package io.hoster.store.metering;

import io.hoster.store.Columns;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what deployments keep on disk. Needs an open transaction. */
@Repository
public class StorageQueries {

  private final JdbcClient jdbc;

  public StorageQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By type, as last measured; none before the first time. */
  public List<StorageRow> storage(TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            """
            select type, size_bytes, file_count, calculated_at
            from storage where tenant_id = ? and deployment_id = ?
            order by array_position(array['code', 'database', 'static', 'logs', 'cache'], type)
            """)
        .params(tenant.value(), deployment.value())
        .query((row, n) ->
            new StorageRow(
                row.getString("type"),
                row.getLong("size_bytes"),
                row.getLong("file_count"),
                Columns.instant(row, "calculated_at")))
        .list();
  }
}
