package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.api.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The API's list of a hundred deployments at 200 requests a second, open loop; and what the edge
 * loses meanwhile. Ninety-nine of them are copies of the rows of a real one at rest.
 */
record ListLatency(Installation installation, Customer customer) implements Measurement {

  private static final int DEPLOYMENTS = 100;
  private static final int PER_SECOND = 200;

  /** The API takes 600 requests a minute of one token. */
  private static final int TOKENS = 40;

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final double LIMIT_MILLIS = 50;
  private static final int PAIRS = 5;
  private static final Duration TURN = Duration.ofSeconds(3);

  /** The reconciler starts the copies' workflows within two of its rounds. */
  private static final Duration UNTIL_ENSURED = Duration.ofSeconds(25);

  @Override
  public String name() {
    return "list";
  }

  @Override
  public List<Row> measure() {
    try (Database database = Database.of(installation)) {
      Deployment real = customer.deploy("static-site", "listed");
      customer.untilRunning(real);
      customer.stop(real);
      Copies copies = new Copies(database, real.id());
      copies.make(DEPLOYMENTS - 1);
      requireAll();
      Patience.sleep(UNTIL_ENSURED);
      OpenLoop load = load();
      load.run(WARM_UP);
      OpenLoop.Outcome alone = load.run(TIME);
      List<Row> rows =
          new ArrayList<>(
              List.of(
                  Row.percentileAtMost(
                      "list of 100 deployments at 200 requests/s",
                      99,
                      LIMIT_MILLIS,
                      "ms",
                      alone.millis()),
                  Row.none("– errors", alone.errors(), alone.millis().count())));
      rows.addAll(edgeMeanwhile(load, database));
      copies.forget();
      return rows;
    }
  }

  private void requireAll() {
    int found = customer.deployments().size();
    if (found != DEPLOYMENTS) {
      throw new LabFailure("The list has " + found + " deployments, not " + DEPLOYMENTS + ".");
    }
  }

  private OpenLoop load() {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      requests.add(
          Wire.request(
              "GET",
              "/api/v1/deployments?limit=" + DEPLOYMENTS,
              "localhost:" + installation.edgePort(),
              "Accept: application/json\r\nAuthorization: Bearer "
                  + customer.token("bench " + i)
                  + "\r\n",
              ""));
    }
    return new OpenLoop(installation.edgePort(), requests, PER_SECOND);
  }

  private List<Row> edgeMeanwhile(OpenLoop load, Database database) {
    try (Upstream upstream = Upstream.start()) {
      ManyRoutes routes = new ManyRoutes(installation, database, upstream);
      routes.become(1);
      ClosedLoop edge = new ClosedLoop(installation.edgePort(), routes.host(1));
      edge.perSecond(TURN);
      List<Double> alone = new ArrayList<>();
      List<Double> beside = new ArrayList<>();
      int errors = 0;
      for (int pair = 0; pair < PAIRS; pair++) {
        alone.add(edge.perSecond(TURN));
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
          Future<OpenLoop.Outcome> list = thread.submit(() -> load.run(TURN));
          beside.add(edge.perSecond(TURN));
          errors += outcome(list).errors();
        }
      }
      routes.vanish();
      Figures before = new Figures(alone);
      Figures during = new Figures(beside);
      return List.of(
          Row.plain("– edge at its limit, alone", "requests/s", before),
          Row.plain("– edge at its limit, beside that list", "requests/s", during),
          Row.plain("– what is left to the edge", "×", during.over(before)),
          Row.none("– errors of the list meanwhile", errors, PAIRS));
    }
  }

  private static OpenLoop.Outcome outcome(Future<OpenLoop.Outcome> list) {
    try {
      return list.get();
    } catch (ExecutionException failed) {
      throw new LabFailure("The list failed: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }
}
