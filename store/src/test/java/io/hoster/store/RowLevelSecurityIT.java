package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowLevelSecurityIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> members() {
    return database.jdbc().sql("select tenant_id from tenant_member").query(String.class).list();
  }

  @Test
  void aForgottenWhereShowsOnlyTheOwnRows() {
    assertThat(database.web().tenant(ada, this::members)).containsExactly(ada.value());
  }

  @Test
  void thePlatformSeesAllRows() {
    assertThat(database.worker().system(this::members))
        .containsExactlyInAnyOrder(ada.value(), bob.value());
  }

  @Test
  void aPooledConnectionForgetsTheTenantBefore() {
    for (int i = 0; i < 40; i++) {
      database.web().tenant(ada, this::members);
      assertThat(database.web().tenant(bob, this::members)).containsExactly(bob.value());
    }
  }

  /** What a session was told for good counts no more in a transaction that says whose it is. */
  @Test
  void aConnectionThatSomebodyLeftOpenForAnotherTenantShowsNobodyElsesRows() {
    for (int i = 0; i < 40; i++) {
      database.web().tenant(ada, () -> leave("hoster.tenant", ada.value()));
      assertThat(database.web().tenant(bob, this::members)).containsExactly(bob.value());
      database.web().tenant(ada, () -> leave("hoster.scope", "system"));
      assertThat(database.web().tenant(bob, this::members)).containsExactly(bob.value());
    }
    assertThat(database.worker().system(this::members)).hasSize(2);
  }

  private void leave(String setting, String value) {
    database
        .jdbc()
        .sql("select set_config(?, ?, false)")
        .params(setting, value)
        .query(String.class)
        .single();
  }

  @Test
  void aStatementOutsideATransactionIsRefused() {
    assertThatThrownBy(this::members).rootCause().hasMessageContaining("WebTransactions");
  }

  @Test
  void anotherScopeInsideATransactionIsRefused() {
    assertThatThrownBy(
            () -> database.web().tenant(ada, () -> database.web().tenant(bob, this::members)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRowOfAnotherTenantCannotBeWritten() {
    assertThatThrownBy(() ->
            database
                .web()
                .tenant(
                    ada,
                    () ->
                        database
                            .jdbc()
                            .sql(
                                "insert into audit (id, tenant_id, actor_name, action, subject_kind, subject_id) values ('aud_1', ?, 'x', 'x', 'x', 'x')")
                            .param(bob.value())
                            .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void theWebCannotWriteState() {
    assertThatThrownBy(() ->
            database
                .web()
                .tenant(
                    ada,
                    () -> database.jdbc().sql("update deployment set status = 'running'").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
