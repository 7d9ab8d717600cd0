package io.hoster.store.tenant;

import io.hoster.store.Columns;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All tenants, for staff. Needs the platform's own transaction. */
@Repository
public class TenantQueries {

  private static final String ROWS =
      """
      select t.id, t.name, t.plan_id, t.suspended_at, t.suspended_reason, t.created_at,
             d.deployments, d.running, d.suspended,
             (select u.email from tenant_member m join app_user u on u.id = m.user_id
               where m.tenant_id = t.id and m.role = 'owner' order by m.created_at, u.id limit 1) as owner
        from tenant t
        join lateral (
          select count(*) as deployments, count(*) filter (where status = 'running') as running,
                 count(*) filter (where status = 'suspended') as suspended
            from deployment where tenant_id = t.id and deleted_at is null) d on true
      """;

  private final JdbcClient jdbc;

  TenantQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Tenants whose id, name or member's address contains {@code text}, newest first. */
  public List<TenantRow> search(String text, @Nullable Instant before, String beforeId, int limit) {
    return jdbc.sql(
            ROWS
                + """
                 where (t.id = :text or t.name ilike :like or exists (
                         select 1 from tenant_member m join app_user u on u.id = m.user_id
                          where m.tenant_id = t.id and u.email ilike :like))
                   and (:before::timestamptz is null or (t.created_at, t.id) < (:before::timestamptz, :id))
                 order by t.created_at desc, t.id desc
                 limit :limit
                """)
        .param("text", text)
        .param("like", Columns.contains(text))
        .param("before", Rows.atOrNull(before))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  public Optional<TenantRow> find(TenantId tenant) {
    return jdbc.sql(ROWS + " where t.id = :tenant")
        .param("tenant", tenant.value())
        .query((row, n) -> row(row))
        .optional();
  }

  private static TenantRow row(ResultSet row) throws SQLException {
    return new TenantRow(
        new TenantId(row.getString("id")),
        row.getString("name"),
        row.getString("plan_id"),
        Columns.instantOrNull(row, "suspended_at"),
        row.getString("suspended_reason"),
        Columns.instant(row, "created_at"),
        row.getInt("deployments"),
        row.getInt("running"),
        row.getInt("suspended"),
        row.getString("owner"));
  }
}
