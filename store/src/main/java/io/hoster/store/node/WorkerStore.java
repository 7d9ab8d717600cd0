package io.hoster.store.node;

import io.hoster.store.WorkerOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sign of life that workers leave. Needs an open transaction of the system's scope. */
@Repository
@WorkerOnly
public class WorkerStore {

  private final JdbcClient jdbc;

  public WorkerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The worker at {@code logAddress} lives; those that have not said so for a day are forgotten.
   */
  public void beat(String logAddress) {
    jdbc.sql(
            """
            insert into worker (log_address, heartbeat_at) values (?, now())
            on conflict (log_address) do update set heartbeat_at = now()
            """)
        .param(logAddress)
        .update();
    jdbc.sql("delete from worker where heartbeat_at < now() - interval '1 day'").update();
  }

  /** It ends. */
  public void leave(String logAddress) {
    jdbc.sql("delete from worker where log_address = ?").param(logAddress).update();
  }
}
