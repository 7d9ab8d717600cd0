package io.hoster.store.tenant;

import io.hoster.store.Ids;
import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links sent by mail. Each works once and until it expires; only its SHA-256 is here. */
@Component
public final class MailTokenStore {

  private final JdbcClient jdbc;

  MailTokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a link is for. */
  public enum Purpose {
    VERIFY("verify"),
    RESET("reset");

    private final String sqlName;

    Purpose(String sqlName) {
      this.sqlName = sqlName;
    }
  }

  public void add(UserId user, Purpose purpose, byte[] hash, Instant now, Instant expires) {
    jdbc.sql(
            """
            insert into mail_token (id, user_id, purpose, token_hash, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(Ids.fresh("mlt"), user.value(), purpose.sqlName, hash)
        .params(Rows.at(now), Rows.at(expires))
        .update();
  }

  /** Uses a link up; empty when it is unknown, used or expired. */
  public Optional<UserId> use(Purpose purpose, byte[] hash, Instant now) {
    return jdbc.sql(
            """
            update mail_token set used_at = ?
            where token_hash = ? and purpose = ? and used_at is null and expires_at > ?
            returning user_id
            """)
        .params(Rows.at(now), hash, purpose.sqlName, Rows.at(now))
        .query(String.class)
        .optional()
        .map(UserId::new);
  }

  /** When the last link for this purpose was sent. */
  public Optional<Instant> lastSent(UserId user, Purpose purpose) {
    return jdbc.sql(
            """
            select created_at from mail_token where user_id = ? and purpose = ?
            order by created_at desc limit 1
            """)
        .params(user.value(), purpose.sqlName)
        .query((row, n) -> Rows.instant(row, "created_at"))
        .optional();
  }

  /** Makes the unused links of a user worthless. */
  public void withdraw(UserId user, Purpose purpose, Instant now) {
    jdbc.sql(
            "update mail_token set used_at = ? where user_id = ? and purpose = ? and used_at is null")
        .params(Rows.at(now), user.value(), purpose.sqlName)
        .update();
  }
}
