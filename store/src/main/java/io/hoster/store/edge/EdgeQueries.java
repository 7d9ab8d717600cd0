package io.hoster.store.edge;

import io.hoster.store.Columns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether edges live, by their heartbeats. Needs an open transaction. */
@Repository
public class EdgeQueries {

  private final JdbcClient jdbc;

  public EdgeQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True when PostgreSQL answers; throws when it does not. */
  public boolean isDatabaseThere() {
    return jdbc.sql("select true").query(Boolean.class).single();
  }

  /** Whether at least one edge has told of itself in the last minute. */
  public boolean isAnyLive() {
    return jdbc.sql(
            "select exists (select from edge where heartbeat_at > now() - interval '60 seconds')")
        .query(Boolean.class)
        .single();
  }

  /**
   * How far the edges are.
   *
   * @param revisions that the slowest of those that live has not taken over; null: none lives
   * @param silent since any of them told of itself; null: none ever did
   */
  public record Progress(@Nullable Long revisions, @Nullable Duration silent) {}

  /** How far the edges are behind the rows. */
  public Progress progress() {
    return jdbc.sql(
            """
            select value - (select min(applied_revision) from edge
                             where heartbeat_at > now() - interval '60 seconds') as revisions,
                   (select extract(epoch from now() - max(heartbeat_at)) from edge) as seconds
              from edge_revision
            """)
        .query((row, n) ->
            new Progress(
                row.getObject("revisions", Long.class),
                row.getObject("seconds") == null ? null : Columns.seconds(row, "seconds")))
        .single();
  }
}
