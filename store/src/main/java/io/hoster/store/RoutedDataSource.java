package io.hoster.store;

import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Hands out connections of the pool whose role the current transaction has. */
final class RoutedDataSource extends AbstractRoutingDataSource {

  private static final ThreadLocal<@Nullable Role> CURRENT = new ThreadLocal<>();

  RoutedDataSource(Map<Role, DataSource> pools) {
    setTargetDataSources(Map.copyOf(pools));
    setLenientFallback(false);
    afterPropertiesSet();
  }

  static <T extends @Nullable Object> T as(Role role, Supplier<T> work) {
    CURRENT.set(role);
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  protected @Nullable Object determineCurrentLookupKey() {
    Role role = CURRENT.get();
    if (role == null) {
      throw new IllegalStateException("a statement outside WebTransactions or WorkerTransactions");
    }
    return role;
  }
}
