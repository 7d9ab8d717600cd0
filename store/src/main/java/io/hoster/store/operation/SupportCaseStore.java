package io.hoster.store.operation;

import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of the staff looks after an operation, and what they noted. */
@Repository
public class SupportCaseStore {

  private final JdbcClient jdbc;

  SupportCaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives it to somebody; null ids give it to nobody. */
  public void assign(
      TenantId tenant, OperationId operation, @Nullable String user, @Nullable String name) {
    jdbc.sql(
            """
            insert into support_case (operation_id, tenant_id, assignee_id, assignee_name) values (?, ?, ?, ?)
            on conflict (operation_id) do update
              set assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name, updated_at = now()
            """)
        .params(operation.value(), tenant.value())
        .param(user)
        .param(name)
        .update();
  }

  /** Keeps a note of at most 2,000 characters; an empty one removes it. */
  public void note(TenantId tenant, OperationId operation, String note) {
    jdbc.sql(
            """
            insert into support_case (operation_id, tenant_id, note) values (?, ?, ?)
            on conflict (operation_id) do update set note = excluded.note, updated_at = now()
            """)
        .params(operation.value(), tenant.value(), note)
        .update();
  }
}
