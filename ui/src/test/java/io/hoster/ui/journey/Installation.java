package io.hoster.ui.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole installation on this machine, as {@code ./hoster up} makes one: PostgreSQL, Temporal,
 * Caddy, the lab and the application as processes of their own, on free ports, with a home and an
 * installation id that end with it.
 */
final class Installation implements AutoCloseable {

  private final Place place;
  private final Postgres postgres;
  private final Program temporal;
  private final Program caddy;
  private final Program lab;
  private final Program app;
  private final World world;
  private final Rows rows;
  private final Thread hook = new Thread(this::end, "installation-end");
  private boolean ended;

  private Installation() {
    place = Place.fresh();
    world = new World(place.install());
    postgres = new Postgres(place);
    temporal = Engines.temporal(place);
    caddy = Engines.caddy(place);
    lab = Engines.lab(place);
    app = Engines.app(place, postgres.url());
    rows = new Rows(postgres.asSuperuser());
  }

  /** Starts all of it and returns once it is ready. */
  static Installation start() {
    Installation installation = new Installation();
    Runtime.getRuntime().addShutdownHook(installation.hook);
    try {
      installation.startWhatIsDown();
      return installation;
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }

  /** SIGKILL to the application. */
  void killApp() {
    app.kill();
  }

  /** Starts the application again; returns when it is ready. */
  void startApp() {
    app.start();
  }

  void killTemporal() {
    temporal.kill();
  }

  void startTemporal() {
    temporal.start();
  }

  /** Everything Temporal knew is lost; it must not run. */
  void deleteTemporalDatabase() {
    Path file = place.temporalDatabase();
    try {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void killCaddy() {
    caddy.kill();
  }

  void startCaddy() {
    caddy.start();
  }

  /** SIGKILL to the postmaster. */
  void killPostgres() {
    postgres.kill();
  }

  void startPostgres() {
    postgres.start();
  }

  /** Starts what a test that failed left killed. */
  void startWhatIsDown() {
    if (!Program.listens(place.postgresPort())) {
      postgres.start();
    }
    for (Program program : new Program[] {temporal, caddy, lab, app}) {
      if (!program.isAlive()) {
        program.start();
      }
    }
  }

  /** A browser at the application's own port: it works also while the edge is away. */
  Api browser() {
    return new Api("http://127.0.0.1:" + place.appPort());
  }

  /** The console's address in a browser, through the edge. */
  String console() {
    return place.console();
  }

  /** Where what this run wrote stays. */
  Path logs() {
    return place.logs();
  }

  Edge edge() {
    return new Edge(place.httpPort());
  }

  /** The mails that were sent. */
  Mails mails() {
    return new Mails(place.mailPort());
  }

  World world() {
    return world;
  }

  Rows rows() {
    return rows;
  }

  /** A hold on the rows, see {@link Hold}. */
  Hold hold(Boundary boundary) {
    return Hold.at(postgres.superuserUrl("hoster"), boundary);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    app.end();
    temporal.end();
    caddy.end();
    lab.end();
    postgres.close();
    world.clear();
    world.close();
    place.removeHome();
  }
}
