package io.hoster.lab.bench;

import java.util.ArrayList;
import java.util.List;

/** From the row of one more app's route to its first 200, while WebSockets are open. */
record RouteChanges(Installation installation) implements Measurement {

  private static final int ROUNDS = 20;
  private static final int WARM_UP = 2;
  private static final int SOCKETS = 20;
  private static final double LIMIT_MILLIS = 500;

  @Override
  public String name() {
    return "routes";
  }

  @Override
  public List<Row> measure() {
    List<Row> rows = new ArrayList<>();
    try (Database database = Database.of(installation);
        Upstream upstream = Upstream.start()) {
      ManyRoutes routes = new ManyRoutes(installation, database, upstream);
      for (int count : List.of(1_000, 10_000)) {
        rows.addAll(measure(routes, count));
      }
      routes.vanish();
    }
    return rows;
  }

  private List<Row> measure(ManyRoutes routes, int count) {
    routes.become(count);
    List<Double> millis = new ArrayList<>();
    try (OpenSockets sockets =
        OpenSockets.through(installation.edgePort(), routes.host(1), SOCKETS)) {
      for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
        long begun = System.nanoTime();
        routes.add(count + round);
        Patience.untilAnswers(installation.edgePort(), routes.host(count + round), Patience.LOOK);
        if (round > WARM_UP) {
          millis.add(Patience.millisSince(begun));
        }
        sockets.ask();
      }
      return List.of(
          Row.percentileAtMost(
              "one more app answers, at %,d routed apps".formatted(count),
              95,
              LIMIT_MILLIS,
              "ms",
              new Figures(millis)),
          Row.none(
              "– WebSockets dropped of %d over %d changes".formatted(SOCKETS, WARM_UP + ROUNDS),
              sockets.dropped(),
              WARM_UP + ROUNDS));
    }
  }
}
