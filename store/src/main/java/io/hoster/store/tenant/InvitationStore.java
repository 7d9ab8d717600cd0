package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations to a tenant. Each works once, until it expires or is withdrawn. */
@Component
public final class InvitationStore {

  private static final String SELECT =
      """
      select i.id, i.tenant_id, t.name as tenant_name, i.email, i.role, i.created_at, i.expires_at
      from invitation i join tenant t on t.id = i.tenant_id
      """;

  private final JdbcClient jdbc;

  InvitationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An invitation that waits for its answer. */
  public record Invitation(
      String id,
      TenantId tenant,
      String tenantName,
      String email,
      String role,
      Instant createdAt,
      Instant expiresAt) {}

  public void add(Invitation invitation, UserId by, byte[] hash) {
    jdbc.sql(
            """
            insert into invitation
              (id, tenant_id, email, role, token_hash, invited_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(invitation.id(), invitation.tenant().value(), invitation.email())
        .params(invitation.role(), hash, by.value())
        .params(Rows.at(invitation.createdAt()), Rows.at(invitation.expiresAt()))
        .update();
  }

  public List<Invitation> open(TenantId tenant, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                where i.tenant_id = ? and i.accepted_at is null and i.revoked_at is null
                  and i.expires_at > ?
                order by i.created_at desc, i.id
                """)
        .params(tenant.value(), Rows.at(now))
        .query((row, n) -> invitation(row))
        .list();
  }

  /** The open invitation of this link; in a transaction of the platform. */
  public Optional<Invitation> byToken(byte[] hash, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                where i.token_hash = ? and i.accepted_at is null and i.revoked_at is null
                  and i.expires_at > ?
                """)
        .params(hash, Rows.at(now))
        .query((row, n) -> invitation(row))
        .optional();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getString("id"),
        new TenantId(row.getString("tenant_id")),
        row.getString("tenant_name"),
        row.getString("email"),
        row.getString("role"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "expires_at"));
  }

  /** Uses an invitation up; false when it was used or withdrawn meanwhile. */
  public boolean accept(TenantId tenant, String id, Instant now) {
    return jdbc.sql(
                """
                update invitation set accepted_at = ?
                where tenant_id = ? and id = ? and accepted_at is null and revoked_at is null
                """)
            .params(Rows.at(now), tenant.value(), id)
            .update()
        == 1;
  }

  /** Withdraws an invitation; false when there is none to withdraw. */
  public boolean revoke(TenantId tenant, String id, Instant now) {
    return jdbc.sql(
                """
                update invitation set revoked_at = ?
                where tenant_id = ? and id = ? and accepted_at is null and revoked_at is null
                """)
            .params(Rows.at(now), tenant.value(), id)
            .update()
        == 1;
  }

  /** Withdraws all open invitations of a tenant. */
  public void revokeAll(TenantId tenant, Instant now) {
    jdbc.sql(
            """
            update invitation set revoked_at = ?
            where tenant_id = ? and accepted_at is null and revoked_at is null
            """)
        .params(Rows.at(now), tenant.value())
        .update();
  }

  /** Withdraws what was sent to an address before. */
  public void revokeTo(TenantId tenant, String email, Instant now) {
    jdbc.sql(
            """
            update invitation set revoked_at = ?
            where tenant_id = ? and lower(email) = lower(?) and accepted_at is null and revoked_at is null
            """)
        .params(Rows.at(now), tenant.value(), email)
        .update();
  }
}
