package io.hoster.lab.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests a second through the edge, against plain Caddy with one static route, by turns. */
record EdgeThroughput(Installation installation) implements Measurement {

  private static final int PAIRS = 20;
  private static final Duration TURN = Duration.ofMillis(1_500);
  private static final double SHARE = 0.95;
  private static final double SHARE_OF_MANY = 0.9;
  private static final int MANY = 10_000;

  @Override
  public String name() {
    return "edge";
  }

  @Override
  public List<Row> measure() {
    try (Database database = Database.of(installation);
        Upstream upstream = Upstream.start()) {
      ManyRoutes routes = new ManyRoutes(installation, database, upstream);
      List<Row> rows = new ArrayList<>(measure(routes, 1, SHARE, "one host"));
      rows.addAll(measure(routes, MANY, SHARE_OF_MANY, "the last of %,d hosts".formatted(MANY)));
      routes.vanish();
      return rows;
    }
  }

  private List<Row> measure(ManyRoutes routes, int count, double share, String what) {
    routes.become(count);
    String host = routes.host(count);
    PlainCaddy.serve(installation, host, routes.upstream());
    ClosedLoop ours = new ClosedLoop(installation.edgePort(), host);
    ClosedLoop theirs = new ClosedLoop(installation.plainPort(), host);
    ours.perSecond(TURN);
    theirs.perSecond(TURN);
    List<Double> edge = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean oursFirst = pair % 2 == 0; // what drifts favours neither
      if (oursFirst) {
        edge.add(ours.perSecond(TURN));
      }
      plain.add(theirs.perSecond(TURN));
      if (!oursFirst) {
        edge.add(ours.perSecond(TURN));
      }
    }
    Figures edgeRate = new Figures(edge);
    Figures plainRate = new Figures(plain);
    return List.of(
        Row.plain("edge, " + what, "requests/s", edgeRate),
        Row.plain("– plain Caddy with one static route", "requests/s", plainRate),
        Row.atLeast("– of plain", share, "×", edgeRate.over(plainRate)));
  }
}
