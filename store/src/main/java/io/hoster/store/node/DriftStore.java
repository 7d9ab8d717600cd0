package io.hoster.store.node;

import io.hoster.store.Ids;
import io.hoster.store.WorkerOnly;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.World.Difference;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Differences as sweeps find them. Needs the platform's transaction. */
@Repository
@WorkerOnly
public class DriftStore {

  private final JdbcClient jdbc;

  DriftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts one more sighting of each, and closes those that are seen no more. Another object under
   * the same name was not shown to anybody: what was decided about the one before does not hold.
   */
  public void saw(NodeId node, List<Difference> differences) {
    for (Difference seen : differences) {
      jdbc.sql(
              """
              insert into drift (id, node_id, tenant_id, deployment_id, kind, object, object_id, wanted, found)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              on conflict (node_id, kind, object) where closed_at is null do update
                set sightings = case when drift.object_id = excluded.object_id then drift.sightings + 1 else 1 end,
                  decision = case when drift.object_id = excluded.object_id then drift.decision end,
                  decided_by = case when drift.object_id = excluded.object_id then drift.decided_by end,
                  decided_at = case when drift.object_id = excluded.object_id then drift.decided_at end,
                  outcome = case when drift.object_id = excluded.object_id then drift.outcome end,
                  object_id = excluded.object_id, found = excluded.found, last_seen_at = now()
              """)
          .params(Ids.fresh("dri"), node.value())
          .param(seen.tenant() == null ? null : seen.tenant().value())
          .param(seen.deployment() == null ? null : seen.deployment().value())
          .params(seen.kind().name(), seen.object(), seen.objectId(), seen.wanted(), seen.found())
          .update();
    }
    jdbc.sql(
            """
            update drift set closed_at = now()
            where node_id = ? and closed_at is null and not ((kind || ' ' || object) = any (?))
            """)
        .param(node.value())
        .param(differences.stream().map(d -> d.kind() + " " + d.object()).toArray(String[]::new))
        .update();
  }

  /** The node was compared just now. */
  public void swept(NodeId node) {
    jdbc.sql("update node set swept_at = now() where id = ?").param(node.value()).update();
  }

  /** What is open on the node, oldest first. */
  public List<DriftRow> open(NodeId node) {
    return jdbc.sql(DriftRow.SELECT + " where f.node_id = ? and f.closed_at is null order by f.id")
        .param(node.value())
        .query((row, n) -> DriftRow.of(row))
        .list();
  }

  /** What came of a decision. */
  public void settle(String id, String outcome) {
    jdbc.sql("update drift set outcome = ? where id = ?").params(outcome, id).update();
  }

  /** Forgets what was closed long ago. */
  public void forget() {
    jdbc.sql("delete from drift where closed_at < now() - interval '30 days'").update();
  }
}
