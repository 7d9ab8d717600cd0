package io.hoster.store.tenant;

import io.hoster.workflows.tenant.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users. They belong to no one tenant; deleted ones are not found. */
@Component
public final class UserStore {

  private static final String SELECT =
      """
      select id, name, email, email_verified_at is not null as verified, password_hash,
             totp_confirmed_at is not null as totp, color_scheme
      from app_user
      """;

  private final JdbcClient jdbc;

  UserStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What staff see of a user. */
  public record Listed(
      UserId id,
      String name,
      String email,
      boolean emailVerified,
      Set<String> staffRoles,
      Set<String> tenants,
      Instant createdAt) {}

  /**
   * Adds a user.
   *
   * @param emailKey the address in lower case; unique
   * @return false when the address is taken
   */
  public boolean add(UserId id, String name, String email, String emailKey, String passwordHash) {
    return jdbc.sql(
                """
                insert into app_user (id, name, email, email_key, password_hash)
                values (?, ?, ?, ?, ?)
                on conflict (email_key) do nothing
                """)
            .params(id.value(), name, email, emailKey, passwordHash)
            .update()
        == 1;
  }

  public Optional<User> byEmail(String emailKey) {
    return jdbc.sql(SELECT + "where email_key = ? and deleted_at is null")
        .param(emailKey)
        .query((row, n) -> user(row))
        .optional();
  }

  public Optional<User> byId(UserId id) {
    return jdbc.sql(SELECT + "where id = ? and deleted_at is null")
        .param(id.value())
        .query((row, n) -> user(row))
        .optional();
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getString("id")),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("verified"),
        row.getString("password_hash"),
        row.getBoolean("totp"),
        row.getString("color_scheme"));
  }

  public void setName(UserId id, String name) {
    jdbc.sql("update app_user set name = ? where id = ?").params(name, id.value()).update();
  }

  public void setColorScheme(UserId id, String scheme) {
    jdbc.sql("update app_user set color_scheme = ? where id = ?")
        .params(scheme, id.value())
        .update();
  }

  public void setPassword(UserId id, String hash, Instant now) {
    jdbc.sql("update app_user set password_hash = ?, password_changed_at = ? where id = ?")
        .params(hash, Rows.at(now), id.value())
        .update();
  }

  /** Notes that the address is the user's; the first time counts. */
  public void markVerified(UserId id, Instant now) {
    jdbc.sql("update app_user set email_verified_at = ? where id = ? and email_verified_at is null")
        .params(Rows.at(now), id.value())
        .update();
  }

  /** Locks the user's row until the transaction ends. */
  public void lock(UserId id) {
    jdbc.sql("select 1 from app_user where id = ? for update")
        .param(id.value())
        .query(Integer.class)
        .optional();
  }

  /** Takes a person out of the row; the row stays for what refers to it. */
  public void erase(UserId id, Instant now) {
    jdbc.sql(
            """
            update app_user
            set name = 'Deleted user', email = id, email_key = id, password_hash = '!',
                totp_secret = null, totp_confirmed_at = null, deleted_at = ?
            where id = ?
            """)
        .params(Rows.at(now), id.value())
        .update();
  }

  /**
   * Users whose name or address contains {@code text}, newest first.
   *
   * @param before only users older than this one
   */
  public List<Listed> search(String text, @Nullable Instant before, String beforeId, int limit) {
    return jdbc.sql(
            """
            select u.id, u.name, u.email, u.email_verified_at is not null as verified, u.created_at,
                   array(select role from staff_role s where s.user_id = u.id) as roles,
                   array(select tenant_id from tenant_member m where m.user_id = u.id) as tenants
            from app_user u
            where u.deleted_at is null
              and (strpos(u.email_key, lower(:text)) > 0 or strpos(lower(u.name), lower(:text)) > 0)
              and (:before::timestamptz is null or (u.created_at, u.id) < (:before::timestamptz, :id))
            order by u.created_at desc, u.id desc
            limit :limit
            """)
        .param("text", text)
        .param("before", Rows.atOrNull(before))
        .param("id", beforeId)
        .param("limit", limit)
        .query((row, n) -> listed(row))
        .list();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        new UserId(row.getString("id")),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("verified"),
        Rows.texts(row, "roles"),
        Rows.texts(row, "tenants"),
        Rows.instant(row, "created_at"));
  }
}
