package io.hoster.store.edge;

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
}
