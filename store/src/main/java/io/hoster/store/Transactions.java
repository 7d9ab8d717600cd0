package io.hoster.store;

import io.hoster.workflows.tenant.TenantId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens transactions under one database role and says whose rows they may see. A store's statements
 * run only inside one; outside there is no connection to be had. A call inside a transaction of the
 * same scope joins it; of another scope it is refused.
 */
public abstract sealed class Transactions permits WebTransactions, WorkerTransactions {

  private static final String SCOPE = "hoster.scope";

  /**
   * So long a transaction may do nothing before PostgreSQL ends it: a process that is frozen in the
   * middle of one would keep its rows locked from whoever takes over.
   */
  private static final String TENANT_IDLE = "10s";

  /** The platform's own also hand things to other systems meanwhile. */
  private static final String SYSTEM_IDLE = "5min";

  private final Role role;
  private final TransactionTemplate template;
  private final JdbcClient jdbc;

  Transactions(Role role, TransactionTemplate template, JdbcClient jdbc) {
    this.role = role;
    this.template = template;
    this.jdbc = jdbc;
  }

  /** Runs {@code work} in a transaction that sees the rows of {@code tenant} only. */
  public final <T extends @Nullable Object> T tenant(TenantId tenant, Supplier<T> work) {
    return in(tenant.value(), "", work);
  }

  /** Like {@link #tenant(TenantId, Supplier)}, without a result. */
  public final void tenant(TenantId tenant, Runnable work) {
    in(tenant.value(), "", asSupplier(work));
  }

  /** Runs {@code work} in a transaction of the platform itself, which sees all rows. */
  public final <T extends @Nullable Object> T system(Supplier<T> work) {
    return in("", "system", work);
  }

  /** Like {@link #system(Supplier)}, without a result. */
  public final void system(Runnable work) {
    in("", "system", asSupplier(work));
  }

  private static Supplier<@Nullable Object> asSupplier(Runnable work) {
    return () -> {
      work.run();
      return null;
    };
  }

  @SuppressWarnings("NullAway") // the template passes through what the work returns
  private <T extends @Nullable Object> T in(String tenant, String scope, Supplier<T> work) {
    String key = role + "/" + tenant + "/" + scope;
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      if (!key.equals(TransactionSynchronizationManager.getResource(SCOPE))) {
        throw new IllegalStateException("a transaction of another scope is open; needed: " + key);
      }
      return work.get();
    }
    TransactionSynchronizationManager.bindResource(SCOPE, key);
    try {
      return RoutedDataSource.as(
          role,
          () ->
              template.execute(status -> {
                jdbc.sql(
                        """
                        select set_config('hoster.tenant', ?, true), set_config('hoster.scope', ?, true),
                          set_config('idle_in_transaction_session_timeout', ?, true)
                        """)
                    .params(tenant, scope, tenant.isEmpty() ? SYSTEM_IDLE : TENANT_IDLE)
                    .query()
                    .singleRow();
                return work.get();
              }));
    } finally {
      TransactionSynchronizationManager.unbindResource(SCOPE);
    }
  }
}
