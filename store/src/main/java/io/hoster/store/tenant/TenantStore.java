package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tenants and the plan each is on. */
@Component
public final class TenantStore {

  private static final String SELECT =
      "select t.id, t.name, t.plan_id, t.suspended_at is not null as suspended from tenant t ";

  private final JdbcClient jdbc;

  TenantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(TenantId id, String name, String plan) {
    jdbc.sql("insert into tenant (id, name, plan_id) values (?, ?, ?)")
        .params(id.value(), name, plan)
        .update();
  }

  public Optional<Tenant> find(TenantId id) {
    return jdbc.sql(SELECT + "where t.id = ?")
        .param(id.value())
        .query((row, n) -> tenant(row))
        .optional();
  }

  /** The tenants that a user is a member of, oldest first; in a transaction of the platform. */
  public List<Tenant> of(UserId user) {
    return jdbc.sql(
            SELECT
                + """
                join tenant_member m on m.tenant_id = t.id
                where m.user_id = ? order by m.created_at, t.id
                """)
        .param(user.value())
        .query((row, n) -> tenant(row))
        .list();
  }

  private static Tenant tenant(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Tenant(
        new TenantId(row.getString("id")),
        row.getString("name"),
        row.getString("plan_id"),
        row.getBoolean("suspended"));
  }

  /** Puts a tenant on another plan; false when there is no such tenant. */
  public boolean setPlan(TenantId id, String plan) {
    return jdbc.sql("update tenant set plan_id = ? where id = ?").params(plan, id.value()).update()
        == 1;
  }

  /** Why the tenant is suspended, ": as a sentence.", or just a point; empty: it is not. */
  public Optional<String> suspensionReason(TenantId id) {
    return jdbc.sql(
            """
            select coalesce(': ' || nullif(rtrim(suspended_reason, '. '), ''), '') || '.' from tenant
            where id = ? and suspended_at is not null
            """)
        .param(id.value())
        .query(String.class)
        .optional();
  }

  /** Marks it suspended since now; false when it was already, or there is none. */
  public boolean suspend(TenantId id, String reason) {
    return jdbc.sql(
                "update tenant set suspended_at = now(), suspended_reason = ? where id = ? and suspended_at is null")
            .params(reason, id.value())
            .update()
        == 1;
  }

  /** Marks it no longer suspended; false when it was not. */
  public boolean resume(TenantId id) {
    return jdbc.sql(
                "update tenant set suspended_at = null, suspended_reason = null where id = ? and suspended_at is not null")
            .param(id.value())
            .update()
        == 1;
  }

  /** Whether the tenant still has something that runs, waits or holds data. */
  public boolean hasBelongings(TenantId id) {
    return jdbc.sql(
            """
            select exists (select 1 from deployment where tenant_id = :id and deleted_at is null)
                or exists (select 1 from node where tenant_id = :id)
            """)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }
}
