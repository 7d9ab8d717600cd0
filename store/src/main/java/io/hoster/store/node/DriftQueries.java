package io.hoster.store.node;

import io.hoster.store.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Differences as staff see them, and what they decide. Needs the platform's transaction. */
@Repository
public class DriftQueries {

  private final JdbcClient jdbc;

  DriftQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is open and was seen twice, oldest first; what is left as it is comes last. */
  public List<DriftRow> open(int limit) {
    return jdbc.sql(
            DriftRow.SELECT
                + """
                   where f.closed_at is null and f.sightings >= 2
                 order by (f.decision is not null and f.decision = 'leave'), f.first_seen_at, f.id
                 limit ?
                """)
        .param(limit)
        .query((row, n) -> DriftRow.of(row))
        .list();
  }

  /** What was closed last, newest first. */
  public List<DriftRow> closed(int limit) {
    return jdbc.sql(
            DriftRow.SELECT
                + " where f.closed_at is not null and f.sightings >= 2 order by f.closed_at desc, f.id limit ?")
        .param(limit)
        .query((row, n) -> DriftRow.of(row))
        .list();
  }

  public Optional<DriftRow> find(String id) {
    return jdbc.sql(DriftRow.SELECT + " where f.id = ?")
        .param(id)
        .query((row, n) -> DriftRow.of(row))
        .optional();
  }

  /**
   * Keeps a decision.
   *
   * @return false when it is closed or was decided meanwhile
   */
  public boolean decide(String id, String decision, String by) {
    return jdbc.sql(
                """
                update drift set decision = ?, decided_by = ?, decided_at = now(), outcome = null
                where id = ? and closed_at is null
                  and (decision is null or decision = 'leave' and ? <> 'leave')
                """)
            .params(decision, by, id, decision)
            .update()
        == 1;
  }

  /** When the nodes were compared last; null: never yet. */
  public @Nullable Instant lastSweep() {
    return jdbc.sql("select max(swept_at) as swept_at from node")
        .query((row, n) -> Columns.instantOrNull(row, "swept_at"))
        .single();
  }
}
