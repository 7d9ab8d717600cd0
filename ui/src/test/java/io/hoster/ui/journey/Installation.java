package io.hoster.ui.journey;

import io.hoster.ui.journey.Engines.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

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
  private final String docker;
  private final String database;
  private volatile List<Program> apps;
  private final Program secondWorker;
  private final @Nullable OwnEngine engine;
  private final @Nullable CutSocket cut;
  private final @Nullable CutDatabase cutDatabase;
  private final List<Program> others = new CopyOnWriteArrayList<>();
  private final World world;
  private final Rows rows;
  private final Secrets secrets = new Secrets();
  private final Histories histories;
  private final Invariants invariants;
  private final Thread hook = new Thread(this::end, "installation-end");
  private boolean ended;

  /** What an installation has that others have not. */
  private enum Special {
    OWN_ENGINE,
    SMALL_DISK,
    CUT_SOCKET,
    CUT_DATABASE
  }

  private Installation(List<Part> parts, Special... specials) {
    Set<Special> special = Set.of(specials);
    place = Place.fresh();
    engine = engine(special, place);
    String real = engine == null ? World.engine() : engine.address();
    world = new World(place.install(), real);
    cut =
        special.contains(Special.CUT_SOCKET)
            ? CutSocket.before(socket(real), place.home().resolve("cut.sock"))
            : null;
    docker = cut == null ? real : cut.address();
    postgres = new Postgres(place);
    cutDatabase =
        special.contains(Special.CUT_DATABASE) ? CutDatabase.before(place.postgresPort()) : null;
    database = postgres.url(cutDatabase == null ? place.postgresPort() : cutDatabase.port());
    temporal = Engines.temporal(place);
    caddy = Engines.caddy(place);
    lab = Engines.lab(place);
    apps = parts.stream().map(this::app).toList();
    secondWorker = app(Part.SECOND_WORKER);
    rows = new Rows(postgres.asSuperuser());
    histories = new Histories(place);
    invariants = new Invariants(this, new AllRows(postgres.asSuperuser()), histories);
  }

  /** Starts all of it and returns once it is ready. */
  static Installation start() {
    return started(new Installation(List.of(Part.ALL)));
  }

  /** With the application of the commit before. */
  static Installation startBefore() {
    return started(new Installation(List.of(Part.BEFORE)));
  }

  /** As several machines would run it: a process for each role. */
  static Installation startSplit() {
    return started(new Installation(List.of(Part.EDGE, Part.WEB, Part.WORKER)));
  }

  /** A process for web and one for edge; workers are what a test starts. */
  static Installation startWithoutWorker() {
    return started(new Installation(List.of(Part.EDGE, Part.WEB)));
  }

  /** Another worker at this installation, with {@code settings} of its own; not started. */
  Program worker(Map<String, String> settings) {
    Program worker =
        Engines.app(
            place, postgres.url(place.postgresPort()), World.engine(), Part.OTHER_WORKER, settings);
    others.add(worker);
    return worker;
  }

  /** Behind a socket that can lose Docker's answers. */
  static Installation startBehindCutSocket() {
    return started(new Installation(List.of(Part.ALL), Special.CUT_SOCKET));
  }

  /** Before a database that can lose answers to commits. */
  static Installation startBehindCutDatabase() {
    return started(new Installation(List.of(Part.ALL), Special.CUT_DATABASE));
  }

  CutDatabase cutDatabase() {
    return Objects.requireNonNull(cutDatabase, "it speaks to PostgreSQL directly");
  }

  private Program app(Part part) {
    return Engines.app(place, database, docker, part);
  }

  private static Path socket(String address) {
    return Path.of(address.replaceFirst("^unix://", ""));
  }

  CutSocket cutSocket() {
    return Objects.requireNonNull(cut, "it speaks to Docker directly");
  }

  /** With a Docker engine of its own, that may be killed. */
  static Installation startWithOwnEngine() {
    return inHighSubnets(new Installation(List.of(Part.ALL), Special.OWN_ENGINE));
  }

  /** With a Docker engine of its own, whose disk can be filled. */
  static Installation startOnSmallDisk() {
    return inHighSubnets(new Installation(List.of(Part.ALL), Special.SMALL_DISK));
  }

  private static @Nullable OwnEngine engine(Set<Special> special, Place place) {
    if (special.contains(Special.SMALL_DISK)) {
      return OwnEngine.startOnSmallDisk(place);
    }
    return special.contains(Special.OWN_ENGINE) ? OwnEngine.start(place) : null;
  }

  /** Another engine must not make networks that the usual one has. */
  private static Installation inHighSubnets(Installation unstarted) {
    Installation installation = started(unstarted);
    installation.rows().leaveLowSubnets();
    return installation;
  }

  /** What the engine's data lies on. */
  SmallDisk disk() {
    return ownEngine().disk();
  }

  private static Installation started(Installation installation) {
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
    apps.forEach(Program::kill);
  }

  /** SIGTERM to the application; returns when it is gone. */
  void stopApp() {
    apps.forEach(Program::stop);
  }

  /** Starts {@code part} in the place of what was stopped; returns when it is ready. */
  void startInstead(Part part) {
    apps = List.of(app(part));
    startApp();
  }

  /** Starts the application again; returns when it is ready. */
  void startApp() {
    apps.forEach(Program::start);
  }

  /** SIGKILL to the one worker of a split installation. */
  void killWorker() {
    apps.getLast().kill();
  }

  /** Another worker, on another port. */
  void startSecondWorker() {
    secondWorker.start();
  }

  /** SIGSTOP to the one worker of a split installation. */
  void freezeWorker() {
    apps.getLast().freeze();
  }

  void thawWorker() {
    apps.getLast().thaw();
  }

  /** SIGKILL to the worker that was started later. */
  void killSecondWorker() {
    secondWorker.kill();
  }

  /** SIGKILL to the engine of its own. */
  void killDocker() {
    ownEngine().kill();
  }

  void startDocker() {
    ownEngine().start();
  }

  private OwnEngine ownEngine() {
    return Objects.requireNonNull(engine, "the engine is shared with others");
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

  /** Forgets the engine's runs, as one does after going back. */
  void forgetRuns() {
    stopApp();
    killTemporal();
    deleteTemporalDatabase();
    startTemporal();
    startApp();
  }

  void killCaddy() {
    caddy.kill();
  }

  /** What it would resume from is lost with its certificates; it must not run. */
  void deleteCaddyFolder() {
    Place.remove(place.caddyFolder());
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
    if (engine != null) {
      engine.startIfDown();
    }
    List.of(temporal, caddy, lab).forEach(Installation::startIfDown);
    apps.forEach(Installation::startIfDown);
  }

  private static void startIfDown(Program program) {
    if (!program.isAlive()) {
      program.start();
    }
  }

  /** A browser at the application's own port: it works also while the edge is away. */
  Api browser() {
    return new Api("http://127.0.0.1:" + place.appPort(), secrets);
  }

  /** The console's address in a browser, through the edge. */
  String console() {
    return place.console();
  }

  /** Where what this run wrote stays. */
  Path logs() {
    return place.logs();
  }

  /** What the platform serves for itself: figures and health. */
  Api internal(Part part) {
    return new Api("http://127.0.0.1:" + place.internalPorts().get(part.number()), secrets);
  }

  Edge edge() {
    return new Edge(place.httpPort(), place.edgeSocket());
  }

  /** The runs of workflows, as Temporal tells them. */
  Runs runs() {
    return new Runs("127.0.0.1:" + place.temporalPort());
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

  /** What nobody may read anywhere. */
  Secrets secrets() {
    return secrets;
  }

  Histories histories() {
    return histories;
  }

  /** What must be true at rest. */
  Invariants invariants() {
    return invariants;
  }

  /** A superuser's way to the rows. */
  String databaseUrl() {
    return postgres.superuserUrl("hoster");
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
    apps.forEach(Program::end);
    secondWorker.end();
    histories.close();
    others.forEach(Program::end);
    temporal.end();
    caddy.end();
    lab.end();
    postgres.close();
    if (engine != null) {
      engine.startIfDown();
    }
    world.clear();
    world.close();
    if (engine != null) {
      engine.close();
    }
    if (cut != null) {
      cut.close();
    }
    if (cutDatabase != null) {
      cutDatabase.close();
    }
    place.removeHome();
  }
}
