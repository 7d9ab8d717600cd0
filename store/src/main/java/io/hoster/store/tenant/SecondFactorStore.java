package io.hoster.store.tenant;

import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The second factor of users: a sealed secret, the last step that was used, recovery codes. */
@Component
public final class SecondFactorStore {

  private final JdbcClient jdbc;

  SecondFactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The sealed secret of a user, confirmed or not. */
  public Optional<byte[]> secret(UserId user) {
    return jdbc.sql("select totp_secret from app_user where id = ? and totp_secret is not null")
        .param(user.value())
        .query(byte[].class)
        .optional();
  }

  /** Keeps a secret that is not asked for until it is confirmed. */
  public void propose(UserId user, byte[] sealed, List<byte[]> recoveryCodeHashes) {
    jdbc.sql(
            """
            update app_user set totp_secret = ?, totp_confirmed_at = null, totp_last_step = null
            where id = ?
            """)
        .params(sealed, user.value())
        .update();
    deleteCodes(user);
    for (byte[] hash : recoveryCodeHashes) {
      jdbc.sql("insert into recovery_code (user_id, code_hash) values (?, ?)")
          .params(user.value(), hash)
          .update();
    }
  }

  public void confirm(UserId user, Instant now) {
    jdbc.sql("update app_user set totp_confirmed_at = ? where id = ?")
        .params(Rows.at(now), user.value())
        .update();
  }

  /**
   * Uses up a time step.
   *
   * @return false when it, or a later one, was used before
   */
  public boolean useStep(UserId user, long step) {
    return jdbc.sql(
                """
                update app_user set totp_last_step = ?
                where id = ? and (totp_last_step is null or totp_last_step < ?)
                """)
            .params(step, user.value(), step)
            .update()
        == 1;
  }

  /**
   * Uses up a recovery code.
   *
   * @return false when there is none like it that was not used
   */
  public boolean useCode(UserId user, byte[] hash, Instant now) {
    return jdbc.sql(
                """
                update recovery_code set used_at = ?
                where user_id = ? and code_hash = ? and used_at is null
                """)
            .params(Rows.at(now), user.value(), hash)
            .update()
        == 1;
  }

  public int unusedCodes(UserId user) {
    return jdbc.sql("select count(*) from recovery_code where user_id = ? and used_at is null")
        .param(user.value())
        .query(Integer.class)
        .single();
  }

  /** Takes the second factor away. */
  public void clear(UserId user) {
    jdbc.sql(
            """
            update app_user set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
            where id = ?
            """)
        .param(user.value())
        .update();
    deleteCodes(user);
  }

  private void deleteCodes(UserId user) {
    jdbc.sql("delete from recovery_code where user_id = ?").param(user.value()).update();
  }
}
