package io.hoster.store.node;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which workers live. Needs an open transaction. */
@Repository
public class WorkerQueries {

  private final JdbcClient jdbc;

  public WorkerQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where workers stream logs, the one last heard of first; one that died may be among them. */
  public List<String> logAddresses() {
    return jdbc.sql(
            """
            select log_address from worker where heartbeat_at > now() - interval '60 seconds'
            order by heartbeat_at desc
            """)
        .query((row, n) -> row.getString("log_address"))
        .list();
  }
}
