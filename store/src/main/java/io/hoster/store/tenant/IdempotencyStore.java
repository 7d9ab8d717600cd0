package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to requests that carried an Idempotency-Key, kept for 24 hours. */
@Component
public final class IdempotencyStore {

  private static final Duration KEPT = Duration.ofHours(24);

  /** A request that has no answer after this is taken for lost; it may be tried again. */
  private static final Duration LOST = Duration.ofMinutes(2);

  private final JdbcClient jdbc;

  IdempotencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is known of a key. */
  public sealed interface Claim {
    /** The request is the first: do it, then {@link #answer}, {@link #release} or {@link #lose}. */
    record First() implements Claim {}

    /** The same request is being done. */
    record InProgress() implements Claim {}

    /** Another request had this key. */
    record Mismatch() implements Claim {}

    /** The request was done; {@code sealedBody} is as it was given. */
    record Done(int status, String sealedBody) implements Claim {}
  }

  private record Row(byte[] hash, @Nullable Integer status, @Nullable String body) {}

  /**
   * Claims a key for a request.
   *
   * @param hash of all that makes two requests the same
   */
  public Claim claim(TenantId tenant, String key, String route, byte[] hash, Instant now) {
    jdbc.sql("delete from idempotency_key where tenant_id = ? and created_at < ?")
        .params(tenant.value(), Rows.at(now.minus(KEPT)))
        .update();
    int rows =
        jdbc.sql(
                """
                insert into idempotency_key as k (tenant_id, key, route, body_hash, created_at)
                values (:tenant, :key, :route, :hash, :now)
                on conflict (tenant_id, key) do update set created_at = :now
                where k.status is null and k.body_hash = :hash and k.created_at < :lost
                """)
            .param("tenant", tenant.value())
            .param("key", key)
            .param("route", route)
            .param("hash", hash)
            .param("now", Rows.at(now))
            .param("lost", Rows.at(now.minus(LOST)))
            .update();
    return rows == 1 ? new Claim.First() : existing(tenant, key, hash);
  }

  private Claim existing(TenantId tenant, String key, byte[] hash) {
    return jdbc.sql(
            "select body_hash, status, body from idempotency_key where tenant_id = ? and key = ?")
        .params(tenant.value(), key)
        .query((row, n) ->
            new Row(
                row.getBytes("body_hash"),
                row.getObject("status", Integer.class),
                row.getString("body")))
        .optional()
        .map(row -> claim(row, hash))
        .orElseGet(Claim.InProgress::new);
  }

  private static Claim claim(Row row, byte[] hash) {
    if (!Arrays.equals(row.hash(), hash)) {
      return new Claim.Mismatch();
    }
    Integer status = row.status();
    String body = row.body();
    return status == null || body == null ? new Claim.InProgress() : new Claim.Done(status, body);
  }

  /** Keeps the answer. */
  public void answer(TenantId tenant, String key, int status, String sealedBody) {
    jdbc.sql("update idempotency_key set status = ?, body = ? where tenant_id = ? and key = ?")
        .params(status, sealedBody, tenant.value(), key)
        .update();
  }

  /**
   * Nobody knows what came of the request that claimed the key at {@code claimed}: the same request
   * may be made again at once, another one still may not.
   */
  public void lose(TenantId tenant, String key, Instant claimed) {
    jdbc.sql(
            "update idempotency_key set created_at = ? where tenant_id = ? and key = ? and status is null and created_at = ?")
        .param(Rows.at(claimed.minus(LOST)))
        .params(tenant.value(), key)
        .param(Rows.at(claimed))
        .update();
  }

  /** Gives the key back: nothing was done. */
  public void release(TenantId tenant, String key) {
    jdbc.sql("delete from idempotency_key where tenant_id = ? and key = ? and status is null")
        .params(tenant.value(), key)
        .update();
  }
}
