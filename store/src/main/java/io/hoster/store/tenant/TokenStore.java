package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens for programs. Only the SHA-256 of a token is here. */
@Component
public final class TokenStore {

  private final JdbcClient jdbc;

  TokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A token without the token itself. */
  public record Token(
      String id,
      String name,
      Set<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  public void add(TenantId tenant, UserId user, Token token, byte[] hash) {
    jdbc.sql(
            """
            insert into api_token
              (id, tenant_id, user_id, name, token_hash, scopes, created_at, expires_at)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)
            """)
        .params(token.id(), tenant.value(), user.value(), token.name(), hash)
        .params(String.join(",", token.scopes()), Rows.at(token.createdAt()))
        .param(Rows.atOrNull(token.expiresAt()))
        .update();
  }

  /** The user's tokens for this tenant that were not revoked, newest first. */
  public List<Token> list(
      TenantId tenant, UserId user, @Nullable Instant before, String beforeId, int limit) {
    return jdbc.sql(
            """
            select id, name, scopes, created_at, expires_at, last_used_at from api_token
            where tenant_id = :tenant and user_id = :user and revoked_at is null
              and (:before::timestamptz is null or (created_at, id) < (:before::timestamptz, :id))
            order by created_at desc, id desc
            limit :limit
            """)
        .param("tenant", tenant.value())
        .param("user", user.value())
        .param("before", Rows.atOrNull(before))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, n) -> token(row))
        .list();
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("name"),
        Rows.texts(row, "scopes"),
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "expires_at"),
        Rows.instantOrNull(row, "last_used_at"));
  }

  /** How many tokens of the user for this tenant were not revoked. */
  public int count(TenantId tenant, UserId user) {
    return jdbc.sql(
            """
            select count(*) from api_token
            where tenant_id = ? and user_id = ? and revoked_at is null
            """)
        .params(tenant.value(), user.value())
        .query(Integer.class)
        .single();
  }

  public void touch(TenantId tenant, String id, Instant now) {
    jdbc.sql("update api_token set last_used_at = ? where tenant_id = ? and id = ?")
        .params(Rows.at(now), tenant.value(), id)
        .update();
  }

  /** Ends a token of the user; false when there is none to end. */
  public boolean revoke(TenantId tenant, UserId user, String id, Instant now) {
    return jdbc.sql(
                """
                update api_token set revoked_at = ?
                where tenant_id = ? and user_id = ? and id = ? and revoked_at is null
                """)
            .params(Rows.at(now), tenant.value(), user.value(), id)
            .update()
        == 1;
  }

  /** Ends all tokens of the user for this tenant. */
  public void revokeAll(TenantId tenant, UserId user, Instant now) {
    jdbc.sql(
            """
            update api_token set revoked_at = ?
            where tenant_id = ? and user_id = ? and revoked_at is null
            """)
        .params(Rows.at(now), tenant.value(), user.value())
        .update();
  }

  /** Ends all tokens of the user, in a transaction of the platform. */
  public void revokeAll(UserId user, Instant now) {
    jdbc.sql("update api_token set revoked_at = ? where user_id = ? and revoked_at is null")
        .params(Rows.at(now), user.value())
        .update();
  }
}
