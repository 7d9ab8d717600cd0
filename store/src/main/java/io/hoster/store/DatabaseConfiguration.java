package io.hoster.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One pool for each database role; the process starts also while PostgreSQL is away. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

  private static final int CONNECTIONS = 16;

  @Bean(destroyMethod = "close")
  HikariDataSource webPool(DatabaseSettings settings) {
    return pool(settings, Role.WEB);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource workerPool(DatabaseSettings settings) {
    return pool(settings, Role.WORKER);
  }

  /** Wrapped: one data source behind both the statements and the transactions. */
  @Bean
  Pools pools(HikariDataSource webPool, HikariDataSource workerPool) {
    return new Pools(routed(webPool, workerPool));
  }

  @Bean
  JdbcClient jdbcClient(Pools pools) {
    return JdbcClient.create(pools.routed());
  }

  @Bean
  PlatformTransactionManager transactionManager(Pools pools) {
    return new DataSourceTransactionManager(pools.routed());
  }

  @Bean
  WebTransactions webTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
    return new WebTransactions(new TransactionTemplate(manager), jdbc);
  }

  @Bean
  WorkerTransactions workerTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
    return new WorkerTransactions(new TransactionTemplate(manager), jdbc);
  }

  @Bean
  TimeQueries timeQueries(WebTransactions transactions, JdbcClient jdbc) {
    return new TimeQueries(transactions, jdbc);
  }

  record Pools(DataSource routed) {}

  static DataSource routed(DataSource web, DataSource worker) {
    Map<Role, DataSource> pools = new EnumMap<>(Role.class);
    pools.put(Role.WEB, web);
    pools.put(Role.WORKER, worker);
    return new RoutedDataSource(pools);
  }

  static HikariDataSource pool(DatabaseSettings settings, Role role) {
    HikariDataSource pool = new PatientPool();
    pool.setPoolName(role.sqlName());
    pool.setJdbcUrl(settings.databaseUrl());
    pool.setConnectionInitSql("set role " + role.sqlName());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(3_000);
    pool.setInitializationFailTimeout(-1);
    return pool;
  }
}
