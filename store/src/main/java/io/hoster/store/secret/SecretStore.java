package io.hoster.store.secret;

import io.hoster.store.Ids;
import io.hoster.workflows.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets of tenants: each sealed with its tenant's data key, which the master key wraps. A sealed
 * text opens only as the row it was written for.
 */
public class SecretStore {

  private static final String WRAP = "wrap tenant keys";

  private final JdbcClient jdbc;
  private final MasterKey master;

  public SecretStore(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.master = master;
  }

  /**
   * Keeps {@code plain}.
   *
   * @return the id to refer to it by, {@code sec_…}
   */
  public String put(TenantId tenant, String ownerKind, String ownerId, String name, String plain) {
    String id = Ids.fresh("sec");
    DataKey key = currentKey(tenant);
    jdbc.sql(
            """
            insert into secret (id, tenant_id, owner_kind, owner_id, name, key_number, ciphertext)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, tenant.value(), ownerKind, ownerId, name, key.number())
        .param(
            Sealing.seal(key.bytes(), context(tenant, id), plain.getBytes(StandardCharsets.UTF_8)))
        .update();
    return id;
  }

  /**
   * Opens a secret.
   *
   * @throws IllegalStateException when it is gone or does not open
   */
  public String open(TenantId tenant, String id) {
    return jdbc.sql("select key_number, ciphertext from secret where tenant_id = ? and id = ?")
        .params(tenant.value(), id)
        .query((rs, n) ->
            new String(
                Sealing.open(key(tenant, rs.getInt(1)), context(tenant, id), rs.getBytes(2)),
                StandardCharsets.UTF_8))
        .optional()
        .orElseThrow(() -> new IllegalStateException("secret " + id + " is gone"));
  }

  /** Forgets all secrets of an owner; twice is once. */
  public void forget(TenantId tenant, String ownerId) {
    jdbc.sql("delete from secret where tenant_id = ? and owner_id = ?")
        .params(tenant.value(), ownerId)
        .update();
  }

  private static String context(TenantId tenant, String id) {
    return tenant.value() + "|secret|" + id + "|ciphertext";
  }

  private DataKey currentKey(TenantId tenant) {
    return newestKey(tenant).orElseGet(() -> makeKey(tenant));
  }

  private Optional<DataKey> newestKey(TenantId tenant) {
    return jdbc.sql(
            "select number, wrapped from tenant_key where tenant_id = ? order by number desc limit 1")
        .params(tenant.value())
        .query((rs, n) -> new DataKey(rs.getInt(1), unwrap(tenant, rs.getInt(1), rs.getBytes(2))))
        .optional();
  }

  private byte[] key(TenantId tenant, int number) {
    return jdbc.sql("select wrapped from tenant_key where tenant_id = ? and number = ?")
        .params(tenant.value(), number)
        .query((rs, n) -> unwrap(tenant, number, rs.getBytes(1)))
        .single();
  }

  private DataKey makeKey(TenantId tenant) {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql(
            """
            insert into tenant_key (tenant_id, number, master_key_id, wrapped) values (?, 1, ?, ?)
            on conflict do nothing
            """)
        .params(tenant.value(), master.id())
        .param(Sealing.seal(master.derive(WRAP), keyContext(tenant, 1), fresh))
        .update();
    return newestKey(tenant).orElseThrow();
  }

  private byte[] unwrap(TenantId tenant, int number, byte[] wrapped) {
    return Sealing.open(master.derive(WRAP), keyContext(tenant, number), wrapped);
  }

  private static String keyContext(TenantId tenant, int number) {
    return tenant.value() + "|tenant_key|" + number + "|wrapped";
  }

  private record DataKey(int number, byte[] bytes) {}
}
