package io.hoster.store.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often somebody failed to sign in under an address, whether it is known or not, so that both
 * look alike from outside. The wait doubles with each failure; nobody is locked out for good.
 */
@Component
public final class SignInAttemptStore {

  /** So many failures have no consequence. */
  private static final int FREE = 4;

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(24);

  private final JdbcClient jdbc;

  SignInAttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How long to wait before the next attempt; empty: go on.
   *
   * @param key the SHA-256 of the address in lower case
   */
  public Optional<Duration> delay(byte[] key, Instant now) {
    return jdbc.sql(
            "select locked_until from sign_in_attempt where email_hash = ? and locked_until > ?")
        .params(key, Rows.at(now))
        .query((row, n) -> Duration.between(now, Rows.instant(row, "locked_until")))
        .optional();
  }

  /** Counts a failure. */
  public void fail(byte[] key, Instant now) {
    jdbc.sql(
            """
            insert into sign_in_attempt as a (email_hash, failures, last_at) values (:key, 1, :now)
            on conflict (email_hash) do update
            set failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                last_at = :now,
                locked_until = case
                  when a.last_at < :forgotten or a.failures < :free then null
                  else :now::timestamptz + make_interval(secs => least(:longest, :first * 2 ^ (a.failures - :free)))
                end
            """)
        .param("key", key)
        .param("now", Rows.at(now))
        .param("forgotten", Rows.at(now.minus(FORGOTTEN)))
        .param("free", FREE)
        .param("first", FIRST.toSeconds())
        .param("longest", LONGEST.toSeconds())
        .update();
  }

  /** Forgets the failures of somebody who signed in. */
  public void clear(byte[] key) {
    jdbc.sql("delete from sign_in_attempt where email_hash = ?").param(key).update();
  }

  /** Forgets some old failures. */
  public void forgetOld(Instant now) {
    jdbc.sql(
            """
            delete from sign_in_attempt where email_hash in (
              select email_hash from sign_in_attempt where last_at < ? limit 100)
            """)
        .param(Rows.at(now.minus(FORGOTTEN)))
        .update();
  }
}
