package io.hoster.store.operation;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an operation makes, written before it is made, so that a roll-back knows all of it. */
@Repository
@WorkerOnly
public class LedgerStore {

  private final JdbcClient jdbc;

  LedgerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Kinds of things that are made and undone. */
  public enum Kind {
    PORT,
    SUBNET,
    NETWORK,
    VOLUME,
    CONTAINER,
    ROUTE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One line: this may exist because of that operation. */
  public record Entry(long id, Kind kind, String object) {}

  /** Written before the thing is made; twice is once. */
  public void record(OperationRef operation, Kind kind, String object) {
    jdbc.sql(
            """
            insert into ledger (tenant_id, subject_id, operation_id, kind, object) values (?, ?, ?, ?, ?)
            on conflict (operation_id, kind, object) do update set undone_at = null
            """)
        .params(operation.tenant().value(), operation.deployment().value(), operation.id().value())
        .params(kind.word(), object)
        .update();
  }

  /** What is to be undone, newest first. */
  public List<Entry> toUndo(OperationRef operation) {
    return jdbc.sql(
            """
            select id, kind, object from ledger
            where tenant_id = ? and operation_id = ? and undone_at is null
            order by id desc
            """)
        .params(operation.tenant().value(), operation.id().value())
        .query((rs, n) ->
            new Entry(
                rs.getLong(1),
                Kind.valueOf(rs.getString(2).toUpperCase(Locale.ROOT)),
                rs.getString(3)))
        .list();
  }

  public void markUndone(OperationRef operation, Entry entry) {
    jdbc.sql("update ledger set undone_at = now() where tenant_id = ? and id = ?")
        .params(operation.tenant().value(), entry.id())
        .update();
  }

  /** Somebody says that all of it was removed by hand. */
  public void markAllUndone(OperationRef operation) {
    jdbc.sql(
            """
            update ledger set undone_at = now()
            where tenant_id = ? and operation_id = ? and undone_at is null
            """)
        .params(operation.tenant().value(), operation.id().value())
        .update();
  }

  /** What the deployment's operations made under these names is no longer there. */
  public void markGone(
      TenantId tenant, DeploymentId deployment, Kind kind, Collection<String> objects) {
    jdbc.sql(
            """
            update ledger set undone_at = now()
            where tenant_id = ? and subject_id = ? and kind = ? and object = any (?) and undone_at is null
            """)
        .params(tenant.value(), deployment.value(), kind.word(), objects.toArray(String[]::new))
        .update();
  }

  /** What the deployment's operations made of {@code kind} and is not undone, by name. */
  public List<String> made(TenantId tenant, DeploymentId deployment, Kind kind) {
    return jdbc.sql(
            """
            select distinct object from ledger
            where tenant_id = ? and subject_id = ? and kind = ? and undone_at is null order by object
            """)
        .params(tenant.value(), deployment.value(), kind.word())
        .query((rs, n) -> rs.getString(1))
        .list();
  }

  /** This one thing is no longer there, such as a port that turned out to be foreign. */
  public void markUndone(OperationRef operation, Kind kind, String object) {
    jdbc.sql(
            """
            update ledger set undone_at = now()
            where tenant_id = ? and operation_id = ? and kind = ? and object = ? and undone_at is null
            """)
        .params(operation.tenant().value(), operation.id().value(), kind.word(), object)
        .update();
  }
}
