package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.api.Deployment;
import io.hoster.lab.images.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The application is killed while deploys, stops and deletions are under way, and started again by
 * the launcher: how long until each of them has moved.
 */
record Recovery(Installation installation, Customer customer) implements Measurement {

  private static final int ROUNDS = 5;
  private static final int DEPLOYS = 4;
  private static final int STOPS = 2;
  private static final int DELETIONS = 2;
  private static final double LIMIT_SECONDS = 15;
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration START = Duration.ofSeconds(120);

  /** All that is under way, and all that was accepted and not begun; each with how it stands. */
  private static final String UNDER_WAY =
      """
      select o.id, o.kind || md5(o::text || (select string_agg(s::text, ' ' order by position)
               from operation_step s where s.operation_id = o.id))
        from operation o where o.status in ('queued', 'running')
      union all
      select c.id, c.kind || ' accepted' from command c where c.applied_at is null
      """;

  @Override
  public String name() {
    return "recovery";
  }

  private record Round(double seconds, int operations) {}

  @Override
  public List<Row> measure() {
    List<Round> rounds = new ArrayList<>();
    try (Database database = Database.of(installation)) {
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(round(database, round));
      }
    }
    int operations = rounds.stream().mapToInt(Round::operations).sum();
    return List.of(
        Row.atMost(
            "application killed at work: until every operation moved again",
            LIMIT_SECONDS,
            "s",
            new Figures(rounds.stream().map(Round::seconds).toList())),
        new Row(
            "– operations under way when it was killed, that moved and came to their end",
            "all",
            operations + " of " + operations,
            "",
            ROUNDS,
            true));
  }

  private Round round(Database database, int round) {
    List<Deployment> resting = deploy("static-site", "resting-" + round, STOPS + DELETIONS);
    resting.forEach(customer::untilRunning);
    List<Deployment> stopped = resting.subList(0, STOPS);
    List<Deployment> deleted = resting.subList(STOPS, resting.size());
    deleted.forEach(customer::stop);
    List<Deployment> deployed = deploy("miniflux", "deployed-" + round, DEPLOYS);
    untilContainersStart(database);
    deleted.forEach(customer::askToDelete);
    stopped.forEach(customer::askToStop);
    Round measured = killAndMeasure(database);
    deployed.forEach(customer::untilRunning);
    stopped.forEach(customer::untilStopped);
    deleted.forEach(customer::untilGone);
    customer.remove(deployed);
    stopped.forEach(customer::askToDelete);
    stopped.forEach(customer::untilGone);
    return measured;
  }

  private List<Deployment> deploy(String template, String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> customer.deploy(template, name + "-" + number))
        .toList();
  }

  /** They take seconds over it: one database each is made and set up. */
  private static void untilContainersStart(Database database) {
    Patience.until(
        "all deploys start their containers",
        LOOK,
        () ->
            database.number(
                    "select count(*) from operation_step where name = 'START_CONTAINERS' and status = 'running'")
                == DEPLOYS);
  }

  private static void done(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException failed) {
      throw new LabFailure("A part of a round failed: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }

  private Round killAndMeasure(Database database) {
    ProcessHandle app = installation.app();
    long killed = System.nanoTime();
    app.destroyForcibly();
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> start = thread.submit(() -> startAgain(app));
      untilItsConnectionsAreGone(database);
      Map<String, String> left = underWay(database);
      if (left.size() < DEPLOYS) {
        throw new LabFailure("Only " + left.size() + " operations were under way at the kill.");
      }
      int operations = left.size();
      Patience.until(
          "every operation moved",
          LOOK,
          () -> {
            Map<String, String> now = underWay(database);
            left.entrySet().removeIf(one -> !one.getValue().equals(now.get(one.getKey())));
            return left.isEmpty();
          });
      double seconds = Patience.millisSince(killed) / 1_000;
      done(start);
      return new Round(seconds, operations);
    }
  }

  /** As a person does it, and as {@code ./hoster up --foreground} does by itself. */
  private void startAgain(ProcessHandle app) {
    app.onExit().join();
    Program.of(START, installation.launcher().toString(), "up", "--bare")
        .require("Starting the application again");
  }

  /** What it was committing when it died is settled then. */
  private static void untilItsConnectionsAreGone(Database database) {
    Patience.until(
        "the application's connections are gone",
        Patience.LOOK,
        () ->
            database.number(
                    "select count(*) from pg_stat_activity where datname = 'hoster' and usename <> 'postgres'")
                == 0);
  }

  private static Map<String, String> underWay(Database database) {
    Map<String, String> all = new HashMap<>();
    database
        .list(UNDER_WAY, row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }
}
