package io.hoster.store.tenant;

import io.hoster.store.Ids;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to which thing, from where. Append-only; written in the transaction of the deed. */
@Component
public final class AuditStore {

  private final JdbcClient jdbc;

  AuditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who did it.
   *
   * @param id null: the platform itself
   * @param onBehalfOf whom staff looked as; null: nobody
   * @param requestId null outside a request
   * @param address the client's; null outside a request
   */
  public record Doer(
      @Nullable UserId id,
      String name,
      @Nullable String onBehalfOf,
      @Nullable String requestId,
      @Nullable String address) {

    /** The platform itself. */
    public static final Doer PLATFORM = new Doer(null, "Hoster", null, null, null);
  }

  /** What was written. {@code before} and {@code after} are JSON without secrets. */
  public record Entry(
      String id,
      Instant at,
      @Nullable String tenant,
      @Nullable String actorId,
      String actorName,
      String action,
      String subjectKind,
      String subjectId,
      @Nullable String before,
      @Nullable String after,
      @Nullable String requestId,
      @Nullable String address) {}

  /**
   * Writes a line.
   *
   * @param tenant whose matter it is; null: the platform's, only in a transaction of the platform
   * @param action a noun, a dot and a verb in the past tense, such as {@code token.created}
   * @param before JSON of what changed, without secrets; null: nothing, or not told
   */
  public void record(
      @Nullable TenantId tenant,
      Doer doer,
      String action,
      String subjectKind,
      String subjectId,
      @Nullable String before,
      @Nullable String after) {
    UserId actor = doer.id();
    jdbc.sql(
            """
            insert into audit (id, tenant_id, actor_id, actor_name, on_behalf_of, action,
                               subject_kind, subject_id, before, after, request_id, address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
            """)
        .param(Ids.fresh("aud"))
        .param(tenant == null ? null : tenant.value())
        .param(actor == null ? null : actor.value())
        .param(doer.name())
        .param(doer.onBehalfOf())
        .params(action, subjectKind, subjectId)
        .param(before)
        .param(after)
        .param(doer.requestId())
        .param(doer.address())
        .update();
  }

  /** A tenant's lines, newest first. */
  public List<Entry> page(TenantId tenant, @Nullable Instant before, String beforeId, int limit) {
    return jdbc.sql(
            """
            select id, at, tenant_id, actor_id, actor_name, action, subject_kind, subject_id,
                   before::text, after::text, request_id, address
            from audit
            where tenant_id = :tenant
              and (:before::timestamptz is null or (at, id) < (:before::timestamptz, :id))
            order by at desc, id desc
            limit :limit
            """)
        .param("tenant", tenant.value())
        .param("before", Rows.atOrNull(before))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  /** Everybody's lines, newest first; in a transaction of the platform. */
  public List<Entry> all(@Nullable Instant before, String beforeId, int limit) {
    return jdbc.sql(
            """
            select id, at, tenant_id, actor_id, actor_name, action, subject_kind, subject_id,
                   before::text, after::text, request_id, address
            from audit
            where (:before::timestamptz is null or (at, id) < (:before::timestamptz, :id))
            order by at desc, id desc
            limit :limit
            """)
        .param("before", Rows.atOrNull(before))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("id"),
        Rows.instant(row, "at"),
        row.getString("tenant_id"),
        row.getString("actor_id"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        row.getString("before"),
        row.getString("after"),
        row.getString("request_id"),
        row.getString("address"));
  }
}
