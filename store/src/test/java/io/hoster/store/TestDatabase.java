package io.hoster.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Real PostgreSQL for tests: one server a JVM, one migrated template, a fresh copy for whoever
 * asks. Tests run as the roles of production.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = startServer();

  private final String url;
  private final HikariDataSource web;
  private final HikariDataSource worker;
  private final JdbcClient jdbc;
  private final WebTransactions webTransactions;
  private final WorkerTransactions workerTransactions;

  private TestDatabase(String url) {
    this.url = url;
    DatabaseSettings settings = new DatabaseSettings(url);
    web = DatabaseConfiguration.pool(settings, Role.WEB);
    worker = DatabaseConfiguration.pool(settings, Role.WORKER);
    Map<Role, DataSource> pools = new EnumMap<>(Role.class);
    pools.put(Role.WEB, web);
    pools.put(Role.WORKER, worker);
    DataSource routed = new RoutedDataSource(pools);
    jdbc = JdbcClient.create(routed);
    TransactionTemplate template =
        new TransactionTemplate(new DataSourceTransactionManager(routed));
    webTransactions = new WebTransactions(template, jdbc);
    workerTransactions = new WorkerTransactions(template, jdbc);
  }

  /** A migrated database that nobody else uses. */
  public static TestDatabase fresh() {
    String name = "test_" + NUMBER.incrementAndGet();
    synchronized (SERVER) {
      execute("create database " + name + " template hoster_template owner hoster");
    }
    return new TestDatabase(urlOf(name));
  }

  /** The address of a database that nobody ever used. */
  public static String empty() {
    String name = "empty_" + NUMBER.incrementAndGet();
    execute("create database " + name + " owner hoster");
    return urlOf(name);
  }

  private static String urlOf(String name) {
    return "jdbc:postgresql://127.0.0.1:"
        + SERVER.getPort()
        + "/"
        + name
        + "?user=hoster&password=hoster";
  }

  private static EmbeddedPostgres startServer() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("max_connections", "300")
              .start();
      try (Connection c = server.getPostgresDatabase().getConnection();
          Statement s = c.createStatement()) {
        s.execute("create role hoster login password 'hoster' nosuperuser");
        s.execute(roles());
        s.execute("grant hoster_web, hoster_worker to hoster");
        s.execute("create database hoster_template owner hoster");
      }
      Migration.migrate(
          "jdbc:postgresql://127.0.0.1:"
              + server.getPort()
              + "/hoster_template?user=hoster&password=hoster");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String roles() throws IOException {
    try (var in = TestDatabase.class.getResourceAsStream("/db/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void execute(String sql) {
    try (Connection c = SERVER.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return url;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public WebTransactions web() {
    return webTransactions;
  }

  public WorkerTransactions worker() {
    return workerTransactions;
  }

  /** A tenant on the Free plan with one owner; returns the tenant's id. */
  public String tenant(String name) {
    String tenant = Ids.fresh("ten");
    String user = Ids.fresh("usr");
    worker()
        .system(() -> {
          jdbc.sql("insert into tenant (id, name, plan_id) values (?, ?, 'free')")
              .params(tenant, name)
              .update();
          jdbc.sql(
                  "insert into app_user (id, name, email, email_key, password_hash) values (?, ?, ?, ?, 'x')")
              .params(user, name, user + "@test.example", user + "@test.example")
              .update();
          jdbc.sql("insert into tenant_member (tenant_id, user_id, role) values (?, ?, 'owner')")
              .params(tenant, user)
              .update();
        });
    return tenant;
  }

  @Override
  public void close() {
    web.close();
    worker.close();
  }
}
