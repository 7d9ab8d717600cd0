package io.hoster.store.tenant;

import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works for the platform: {@code support}, {@code finance}, {@code operator}, {@code admin}.
 */
@Component
public final class StaffStore {

  private static final long LOCK = 0x484f53544552L;

  private final JdbcClient jdbc;

  StaffStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Set<String> roles(UserId user) {
    return new TreeSet<>(
        jdbc.sql("select role from staff_role where user_id = ?")
            .param(user.value())
            .query(String.class)
            .list());
  }

  /** Gives a user exactly these roles. {@code by}: who decided, or what. */
  public void setRoles(UserId user, Set<String> roles, String by, Instant now) {
    jdbc.sql("delete from staff_role where user_id = ?").param(user.value()).update();
    for (String role : roles) {
      jdbc.sql("insert into staff_role (user_id, role, granted_by, granted_at) values (?, ?, ?, ?)")
          .params(user.value(), role, by, Rows.at(now))
          .update();
    }
  }

  /** How many administrators there are; nobody changes that until the transaction ends. */
  public int lockAdministrators() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, n) -> 0).single();
    return jdbc.sql("select count(*) from staff_role where role = 'admin'")
        .query(Integer.class)
        .single();
  }
}
