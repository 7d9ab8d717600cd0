package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The installation's PostgreSQL, with the roles that the launcher makes. */
final class Postgres implements AutoCloseable {

  private final Place place;
  private @Nullable EmbeddedPostgres server;

  Postgres(Place place) {
    this.place = place;
  }

  /** Starts it on the data it had; the first time it makes roles and database. */
  void start() {
    boolean first = !Files.exists(data());
    // After a kill its children hold the old shared memory for a moment.
    await("PostgreSQL starts")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .ignoreException(IOException.class)
        .ignoreException(IllegalStateException.class)
        .until(this::startOnce);
    if (first) {
      create();
    }
  }

  private boolean startOnce() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setPort(place.postgresPort())
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("max_connections", "100")
            .setServerConfig("synchronous_commit", "on") // a kill loses nothing that was committed
            .start();
    return true;
  }

  private Path data() {
    return place.home().resolve("postgres");
  }

  private void create() {
    JdbcClient postgres = connect("postgres");
    postgres.sql("create role hoster login password 'hoster' nosuperuser").update();
    postgres.sql(roles()).update();
    postgres.sql("grant hoster_web, hoster_worker to hoster").update();
    postgres.sql("create database hoster owner hoster").update();
  }

  private static String roles() {
    try (var in = Postgres.class.getResourceAsStream("/db/roles.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JdbcClient connect(String database) {
    return JdbcClient.create(new DriverManagerDataSource(superuserUrl(database)));
  }

  /** Statements as superuser, whom no row level security hides anything from. */
  JdbcClient asSuperuser() {
    return connect("hoster");
  }

  String superuserUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + place.postgresPort()
        + "/"
        + database
        + "?user=postgres";
  }

  /** What the application gets: an owner that is no superuser; {@code port} leads here. */
  String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/hoster?user=hoster&password=hoster";
  }

  /** SIGKILL to the postmaster: no shutdown, no checkpoint. */
  void kill() {
    ProcessHandle postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
    postmaster.destroyForcibly();
    await("the postmaster is gone")
        .atMost(Duration.ofSeconds(30))
        .until(() -> !Program.listens(place.postgresPort()));
    close();
  }

  private long postmasterPid() {
    try {
      return Long.parseLong(
          Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
