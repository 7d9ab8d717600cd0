package io.hoster.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretStoreIT {

  private static final String SEALED_ELSEWHERE = "was moved, changed, or sealed by another";

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));
  private final SecretStore secrets = new SecretStore(database.jdbc(), key("1"));

  @AfterEach
  void close() {
    database.close();
  }

  private static MasterKey key(String digit) {
    return MasterKey.load(new SecretSettings(digit.repeat(64), Path.of("nowhere"), null));
  }

  private String put(TenantId tenant, String plain) {
    return database
        .web()
        .tenant(tenant, () -> secrets.put(tenant, "deployment", "dep_1", "PASSWORD", plain));
  }

  private String open(SecretStore store, TenantId tenant, String id) {
    return database.worker().tenant(tenant, () -> store.open(tenant, id));
  }

  @Test
  void aSecretOpensForItsTenantAndIsNowhereInTheClear() {
    String id = put(ada, "correct horse ß");
    assertThat(open(secrets, ada, id)).isEqualTo("correct horse ß");
    assertThat(rows.text("select encode(ciphertext, 'escape') from secret"))
        .doesNotContain("horse");
  }

  @Test
  void anotherTenantDoesNotEvenSeeIt() {
    String id = put(ada, "mine");
    put(bob, "his");
    assertThatIllegalStateException()
        .isThrownBy(() -> open(secrets, bob, id))
        .withMessage("secret " + id + " is gone");
  }

  @Test
  void aTextThatIsMovedToAnotherRowDoesNotOpen() {
    String first = put(ada, "first");
    String second = put(ada, "second");
    rows.update(
        "update secret set ciphertext = (select ciphertext from secret where id = ?) where id = ?",
        first,
        second);
    assertThatIllegalStateException()
        .isThrownBy(() -> open(secrets, ada, second))
        .withMessageContaining(SEALED_ELSEWHERE);
    assertThat(open(secrets, ada, first)).isEqualTo("first");
  }

  @Test
  void aTextThatIsMovedToAnotherTenantDoesNotOpenEvenWithItsKey() {
    String mine = put(ada, "mine");
    put(bob, "his");
    rows.update(
        "update tenant_key set wrapped = (select wrapped from tenant_key where tenant_id = ?) where"
            + " tenant_id = ?",
        ada.value(),
        bob.value());
    rows.update("update secret set tenant_id = ? where id = ?", bob.value(), mine);
    assertThatIllegalStateException()
        .isThrownBy(() -> open(secrets, bob, mine))
        .withMessageContaining(SEALED_ELSEWHERE);
  }

  @Test
  void anotherMasterKeyDoesNotOpenIt() {
    String id = put(ada, "mine");
    SecretStore other = new SecretStore(database.jdbc(), key("2"));
    assertThatIllegalStateException()
        .isThrownBy(() -> open(other, ada, id))
        .withMessageContaining(SEALED_ELSEWHERE);
  }

  @Test
  void manyFirstSecretsAtOnceShareOneKey() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> work =
          IntStream.range(0, 16).<Callable<String>>mapToObj(i -> () -> put(ada, "s" + i)).toList();
      int i = 0;
      for (var future : threads.invokeAll(work)) {
        assertThat(open(secrets, ada, future.get())).isEqualTo("s" + i++);
      }
    }
    assertThat(rows.count("select count(*) from tenant_key")).isEqualTo(1);
  }

  @Test
  void whatIsForgottenIsGoneAndTwiceIsOnce() {
    String id = put(ada, "mine");
    for (int i = 0; i < 2; i++) {
      database.worker().tenant(ada, () -> secrets.forget(ada, "dep_1"));
    }
    assertThatIllegalStateException().isThrownBy(() -> open(secrets, ada, id));
  }
}
