package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who a credential stands for, in a transaction of the platform. Revoked and expired ones,
 * deleted users and former members stand for nobody.
 */
@Component
public final class IdentityQueries {

  private static final String PERSON =
      """
      u.id as user_id, u.name, u.email, u.email_verified_at is not null as verified, m.tenant_id, m.role,
      array(select s.role from staff_role s where s.user_id = u.id) as staff_roles
      """;

  private final JdbcClient jdbc;

  IdentityQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The identity of the session whose token has this SHA-256. */
  public Optional<Identity> bySession(byte[] hash, Instant now) {
    return jdbc.sql(
            "select c.id, c.last_seen_at as last_seen, array['read', 'write'] as scopes, "
                + PERSON
                + """
                from user_session c
                join app_user u on u.id = c.user_id and u.deleted_at is null
                join tenant_member m on m.user_id = c.user_id and m.tenant_id = c.tenant_id
                where c.token_hash = ? and c.revoked_at is null and c.expires_at > ?
                """)
        .params(hash, Rows.at(now))
        .query((row, n) -> identity(row))
        .optional();
  }

  /** The identity of the API token with this SHA-256. */
  public Optional<Identity> byToken(byte[] hash, Instant now) {
    return jdbc.sql(
            "select c.id, c.last_used_at as last_seen, c.scopes, "
                + PERSON
                + """
                from api_token c
                join app_user u on u.id = c.user_id and u.deleted_at is null
                join tenant_member m on m.user_id = c.user_id and m.tenant_id = c.tenant_id
                where c.token_hash = ? and c.revoked_at is null
                  and (c.expires_at is null or c.expires_at > ?)
                """)
        .params(hash, Rows.at(now))
        .query((row, n) -> identity(row))
        .optional();
  }

  private static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        row.getString("id"),
        new UserId(row.getString("user_id")),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("verified"),
        new TenantId(row.getString("tenant_id")),
        row.getString("role"),
        Rows.texts(row, "staff_roles"),
        Rows.texts(row, "scopes"),
        Rows.instantOrNull(row, "last_seen"));
  }
}
