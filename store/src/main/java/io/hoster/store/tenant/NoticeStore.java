package io.hoster.store.tenant;

import io.hoster.store.Ids;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails to send. A service adds a row in the transaction of the deed; an activity sends it. */
@Component
public final class NoticeStore {

  /**
   * How the {@code dedupeKey} of a mail begins whose text holds a link that signs in or sets a
   * password. Such mails are not listed, and their text need not be kept once they are sent.
   */
  public static final String CONFIDENTIAL = "account:";

  private final JdbcClient jdbc;

  NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A mail.
   *
   * @param tenant whose matter it is; null: the user's own
   * @param user null: the address belongs to no user yet
   * @param body plain text
   * @param dedupeKey a second mail with the same key is not sent; null: always sent
   */
  public record Mail(
      @Nullable TenantId tenant,
      @Nullable UserId user,
      String to,
      String subject,
      String body,
      @Nullable String dedupeKey) {

    @Override
    public String toString() {
      return "Mail[" + subject + "]";
    }
  }

  /** What a user was told. */
  public record Listed(
      String id, String subject, String text, Instant createdAt, @Nullable Instant sentAt) {}

  /** A {@code dedupeKey} for a mail of its own that is confidential. */
  public static String confidentialKey() {
    return CONFIDENTIAL + Ids.fresh("key");
  }

  /** Puts a mail in the outbox; false when one with the same key is there already. */
  public boolean add(Mail mail) {
    TenantId tenant = mail.tenant();
    UserId user = mail.user();
    return jdbc.sql(
                """
                insert into notice (id, tenant_id, user_id, to_address, subject, body, dedupe_key)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (dedupe_key) do nothing
                """)
            .param(Ids.fresh("ntc"))
            .param(tenant == null ? null : tenant.value())
            .param(user == null ? null : user.value())
            .params(mail.to(), mail.subject(), mail.body())
            .param(mail.dedupeKey())
            .update()
        == 1;
  }

  /** What the user was told, newest first, without confidential mails. */
  public List<Listed> list(UserId user, @Nullable Instant before, String beforeId, int limit) {
    return jdbc.sql(
            """
            select id, subject, body, created_at, sent_at from notice
            where user_id = :user and coalesce(dedupe_key, '') not like :confidential
              and (:before::timestamptz is null or (created_at, id) < (:before::timestamptz, :id))
            order by created_at desc, id desc
            limit :limit
            """)
        .param("user", user.value())
        .param("confidential", CONFIDENTIAL + "%")
        .param("before", Rows.atOrNull(before))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, n) ->
            new Listed(
                row.getString("id"),
                row.getString("subject"),
                row.getString("body"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "sent_at")))
        .list();
  }
}
