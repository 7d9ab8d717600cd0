package io.hoster.store.edge;

import io.hoster.store.WorkerOnly;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an edge reads, all tenants' routes at once, and the sign of life it leaves. */
@Repository
@WorkerOnly
public class EdgeStore {

  private final JdbcClient jdbc;

  EdgeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All routes with a revision that they hold for certain; call it in a system transaction. The
   * revision is read first: a change that commits in between is then in the routes early, never in
   * the revision early.
   */
  public Snapshot snapshot() {
    long revision = jdbc.sql("select value from edge_revision").query(Long.class).single();
    List<Row> rows =
        jdbc.sql("select host, state, upstream, deployment_id from route order by host")
            .query((row, number) ->
                new Row(
                    row.getString("host"),
                    row.getString("state"),
                    row.getString("upstream"),
                    row.getString("deployment_id")))
            .list();
    return new Snapshot(revision, rows);
  }

  /**
   * Records that {@code edge} lives and serves by {@code revision}; an older revision than before
   * is recorded too, as after a restore of the database.
   */
  public void recordApplied(String edge, long revision, String configHash) {
    jdbc.sql(
            """
            insert into edge (id, applied_revision, config_hash, heartbeat_at) values (?, ?, ?, now())
            on conflict (id) do update set applied_revision = excluded.applied_revision,
              config_hash = excluded.config_hash, heartbeat_at = excluded.heartbeat_at
            """)
        .params(edge, revision, configHash)
        .update();
  }

  /** The routes as they stand at {@code revision} or later. */
  public record Snapshot(long revision, List<Row> rows) {

    public Snapshot {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A route as it is stored.
   *
   * @param upstream {@code host:port}; null when nothing ever ran
   */
  public record Row(String host, String state, @Nullable String upstream, String deploymentId) {}
}
