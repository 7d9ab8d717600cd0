package io.hoster.store.node;

import io.hoster.store.Columns;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.DriftKind;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between rows and the world.
 *
 * @param id {@code dri_…}
 * @param deployment null: it belongs to none that is there
 * @param deploymentName null: it belongs to none that is there
 * @param objectId the engine's own id; empty: none is needed
 * @param decision {@code remove recreate repair leave}; null: none yet
 * @param outcome what came of the decision; null: not done yet
 */
public record DriftRow(
    String id,
    String node,
    @Nullable TenantId tenant,
    @Nullable DeploymentId deployment,
    @Nullable String deploymentName,
    DriftKind kind,
    String object,
    String objectId,
    String wanted,
    String found,
    int sightings,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable Instant closedAt,
    @Nullable String decision,
    @Nullable String decidedBy,
    @Nullable String outcome) {

  static final String SELECT =
      """
      select f.id, f.node_id, f.tenant_id, f.deployment_id, d.name as deployment_name, f.kind, f.object, f.object_id,
             f.wanted, f.found, f.sightings, f.first_seen_at, f.last_seen_at, f.closed_at, f.decision, f.decided_by,
             f.outcome
        from drift f left join deployment d on d.id = f.deployment_id
      """;

  static DriftRow of(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant_id");
    String deployment = row.getString("deployment_id");
    return new DriftRow(
        row.getString("id"),
        row.getString("node_id"),
        tenant == null ? null : new TenantId(tenant),
        deployment == null ? null : new DeploymentId(deployment),
        row.getString("deployment_name"),
        DriftKind.valueOf(row.getString("kind")),
        row.getString("object"),
        row.getString("object_id"),
        row.getString("wanted"),
        row.getString("found"),
        row.getInt("sightings"),
        Columns.instant(row, "first_seen_at"),
        Columns.instant(row, "last_seen_at"),
        Columns.instantOrNull(row, "closed_at"),
        row.getString("decision"),
        row.getString("decided_by"),
        row.getString("outcome"));
  }

  /** Whether a person has to decide. */
  public boolean asks() {
    return closedAt == null && decision == null && !kind.isRepaired();
  }
}
