package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signed-in browsers. A session's token does not rotate; only its SHA-256 is here. */
@Component
public final class SessionStore {

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A signed-in browser. */
  public record Session(
      String id,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      @Nullable String address,
      @Nullable String agent) {}

  /** A session to add. */
  public record NewSession(
      String id,
      UserId user,
      TenantId tenant,
      byte[] hash,
      @Nullable String address,
      @Nullable String agent) {}

  public void add(NewSession session, Instant now, Instant expires) {
    jdbc.sql(
            """
            insert into user_session
              (id, user_id, tenant_id, token_hash, address, agent, created_at, last_seen_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(session.id(), session.user().value(), session.tenant().value(), session.hash())
        .param(session.address())
        .param(session.agent())
        .params(Rows.at(now), Rows.at(now), Rows.at(expires))
        .update();
  }

  /** The sessions that still sign their user in, last used first. */
  public List<Session> live(UserId user, Instant now) {
    return jdbc.sql(
            """
            select id, created_at, last_seen_at, expires_at, address, agent from user_session
            where user_id = ? and revoked_at is null and expires_at > ?
            order by last_seen_at desc, id
            limit 200
            """)
        .params(user.value(), Rows.at(now))
        .query((row, n) -> session(row))
        .list();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("id"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "last_seen_at"),
        Rows.instant(row, "expires_at"),
        row.getString("address"),
        row.getString("agent"));
  }

  public void touch(String id, Instant now) {
    jdbc.sql("update user_session set last_seen_at = ? where id = ?")
        .params(Rows.at(now), id)
        .update();
  }

  /** Ends a session of the user; false when there is none to end. */
  public boolean revoke(UserId user, String id, Instant now) {
    return jdbc.sql(
                """
                update user_session set revoked_at = ?
                where user_id = ? and id = ? and revoked_at is null
                """)
            .params(Rows.at(now), user.value(), id)
            .update()
        == 1;
  }

  /** Ends the session with this token, whoever's it is. */
  public void revoke(byte[] hash, Instant now) {
    jdbc.sql("update user_session set revoked_at = ? where token_hash = ? and revoked_at is null")
        .params(Rows.at(now), hash)
        .update();
  }

  /** Ends all sessions of the user but {@code keep}. */
  public void revokeAll(UserId user, @Nullable String keep, Instant now) {
    jdbc.sql(
            """
            update user_session set revoked_at = :now
            where user_id = :user and revoked_at is null and (:keep::text is null or id <> :keep)
            """)
        .param("now", Rows.at(now))
        .param("user", user.value())
        .param("keep", keep)
        .update();
  }

  /** Lets a session act for another of the user's tenants. */
  public void moveTo(UserId user, String id, TenantId tenant) {
    jdbc.sql("update user_session set tenant_id = ? where user_id = ? and id = ?")
        .params(tenant.value(), user.value(), id)
        .update();
  }

  /** Moves the sessions of a user who left a tenant to another tenant of the user. */
  public void moveAll(UserId user, TenantId from, TenantId to) {
    jdbc.sql("update user_session set tenant_id = ? where user_id = ? and tenant_id = ?")
        .params(to.value(), user.value(), from.value())
        .update();
  }

  /** Forgets some sessions that ended before {@code before}. */
  public void forgetEnded(Instant before) {
    jdbc.sql(
            """
            delete from user_session where id in (
              select id from user_session where expires_at < ? or revoked_at < ? limit 100)
            """)
        .params(Rows.at(before), Rows.at(before))
        .update();
  }
}
