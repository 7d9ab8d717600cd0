package io.hoster.store.notice;

import io.hoster.store.Ids;
import io.hoster.store.tenant.NoticeStore;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails to send: written in the transaction they belong to, sent when mail is there. */
@Repository
public class NoticeOutbox {

  private final JdbcClient jdbc;

  NoticeOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A mail that is due. */
  public record Due(String id, String to, String subject, String body, int attempts) {}

  /**
   * Queues a mail to a user's address.
   *
   * @param tenant whose matter it is; null: the platform's
   * @param dedupeKey two with the same are one
   * @return false when the user is gone or the mail is queued already
   */
  public boolean toUser(
      @Nullable TenantId tenant, String user, String subject, String body, String dedupeKey) {
    return jdbc.sql(
                """
                insert into notice (id, tenant_id, user_id, to_address, subject, body, dedupe_key)
                select ?, ?, u.id, u.email, ?, ?, ? from app_user u where u.id = ? and u.deleted_at is null
                on conflict (dedupe_key) do nothing
                """)
            .param(Ids.fresh("ntc"))
            .param(tenant == null ? null : tenant.value())
            .params(subject, body, dedupeKey, user)
            .update()
        == 1;
  }

  /** Takes due mails for this transaction; nobody else sends them meanwhile. */
  public List<Due> takeDue(int limit) {
    return jdbc.sql(
            """
            select id, to_address, subject, body, attempts from notice
            where sent_at is null and next_try_at <= now()
            order by next_try_at limit ? for update skip locked
            """)
        .param(limit)
        .query((rs, n) ->
            new Due(
                rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5)))
        .list();
  }

  /** What was confidential in it is kept no longer: its links open accounts. */
  public void markSent(String id) {
    jdbc.sql(
            """
            update notice set sent_at = now(), attempts = attempts + 1,
              body = case when dedupe_key like ? then '' else body end
            where id = ?
            """)
        .params(NoticeStore.CONFIDENTIAL + "%", id)
        .update();
  }

  public void markFailed(String id, String error, Duration pause) {
    jdbc.sql(
            """
            update notice set attempts = attempts + 1, last_error = ?,
              next_try_at = now() + make_interval(secs => ?)
            where id = ?
            """)
        .params(error, pause.toMillis() / 1000.0, id)
        .update();
  }
}
