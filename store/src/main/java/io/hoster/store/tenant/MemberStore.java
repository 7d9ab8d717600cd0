package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to a tenant. */
@Component
public final class MemberStore {

  private final JdbcClient jdbc;

  MemberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A member; {@code role} is {@code owner} or {@code member}. */
  public record Member(
      UserId user, String name, String email, String role, boolean totp, Instant createdAt) {}

  /** Makes a user a member; false when the user is one already. */
  public boolean add(TenantId tenant, UserId user, String role) {
    return jdbc.sql(
                """
                insert into tenant_member (tenant_id, user_id, role) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(tenant.value(), user.value(), role)
            .update()
        == 1;
  }

  public List<Member> list(TenantId tenant) {
    return jdbc.sql(
            """
            select m.user_id, u.name, u.email, m.role, u.totp_confirmed_at is not null as totp, m.created_at
            from tenant_member m join app_user u on u.id = m.user_id
            where m.tenant_id = ?
            order by m.created_at, m.user_id
            """)
        .param(tenant.value())
        .query((row, n) ->
            new Member(
                new UserId(row.getString("user_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("role"),
                row.getBoolean("totp"),
                Rows.instant(row, "created_at")))
        .list();
  }

  /** The role of a user in a tenant. */
  public Optional<String> role(TenantId tenant, UserId user) {
    return jdbc.sql("select role from tenant_member where tenant_id = ? and user_id = ?")
        .params(tenant.value(), user.value())
        .query(String.class)
        .optional();
  }

  /** The tenant that a user acted for last, or joined first; in a transaction of the platform. */
  public Optional<TenantId> home(UserId user) {
    return jdbc.sql(
            """
            select m.tenant_id from tenant_member m
            where m.user_id = ?
            order by (select max(s.last_seen_at) from user_session s
                      where s.user_id = m.user_id and s.tenant_id = m.tenant_id) desc nulls last,
                     m.created_at, m.tenant_id
            limit 1
            """)
        .param(user.value())
        .query(String.class)
        .optional()
        .map(TenantId::new);
  }

  /** How many owners there are; locks them, so that two cannot leave at the same time. */
  public int lockOwners(TenantId tenant) {
    return jdbc.sql(
            """
            select user_id from tenant_member where tenant_id = ? and role = 'owner'
            order by user_id for update
            """)
        .param(tenant.value())
        .query(String.class)
        .list()
        .size();
  }

  public boolean remove(TenantId tenant, UserId user) {
    return jdbc.sql("delete from tenant_member where tenant_id = ? and user_id = ?")
            .params(tenant.value(), user.value())
            .update()
        == 1;
  }
}
