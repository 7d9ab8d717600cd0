package io.hoster.store.tenant;

import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links that make the first administrator. Only the SHA-256 of a link's token is here. */
@Component
public final class SetupStore {

  private final JdbcClient jdbc;

  SetupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes this the only link that works. */
  public void replace(byte[] hash, Instant now) {
    jdbc.sql("delete from setup_token where used_at is null").update();
    jdbc.sql("insert into setup_token (token_hash, created_at) values (?, ?)")
        .params(hash, Rows.at(now))
        .update();
  }

  /** Whether the link still works. */
  public boolean works(byte[] hash) {
    return jdbc.sql(
            "select exists (select 1 from setup_token where token_hash = ? and used_at is null)")
        .param(hash)
        .query(Boolean.class)
        .single();
  }

  /** Uses a link up; false when it is unknown or used. */
  public boolean use(byte[] hash, UserId by, Instant now) {
    return jdbc.sql(
                """
                update setup_token set used_at = ?, used_by = ?
                where token_hash = ? and used_at is null
                """)
            .params(Rows.at(now), by.value(), hash)
            .update()
        == 1;
  }
}
