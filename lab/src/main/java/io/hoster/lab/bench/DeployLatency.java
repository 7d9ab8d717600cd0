package io.hoster.lab.bench;

import io.hoster.lab.api.Deployment;
import java.util.ArrayList;
import java.util.List;

/**
 * Click on Deploy → first 200 through the edge, against the same container created, started and
 * awaited through the raw Docker API, by turns.
 */
record DeployLatency(Installation installation, Customer customer) implements Measurement {

  private static final int ROUNDS = 15;
  private static final int WARM_UP = 3;
  private static final int ROUNDS_UNTIL_HEALTHY = 3;
  private static final double MILLIS_OVER = 150;
  private static final double TIMES = 1.3;

  @Override
  public String name() {
    return "deploy";
  }

  @Override
  public List<Row> measure() {
    List<Row> rows = new ArrayList<>();
    for (String template : List.of("static-site", "node-api")) {
      rows.addAll(measure(template));
    }
    return rows;
  }

  private List<Row> measure(String template) {
    Deployment model = customer.deploy(template, template + "-model");
    customer.untilRunning(model);
    RawTwin.Pattern pattern = RawTwin.Pattern.of(installation.docker(), model.id());
    customer.remove(List.of(model));
    List<Double> product = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double ours = product(template, template + "-" + round);
      double theirs = raw(pattern, round);
      if (round >= WARM_UP) {
        product.add(ours);
        raw.add(theirs);
      }
    }
    return rows(template, new Figures(product), new Figures(raw), healthy(pattern));
  }

  private double product(String template, String name) {
    long click = System.nanoTime();
    Deployment deployment = customer.deploy(template, name);
    customer.untilAnswers(deployment, Patience.LOOK);
    double millis = Patience.millisSince(click);
    customer.remove(List.of(deployment));
    return millis;
  }

  private static double raw(RawTwin.Pattern pattern, int number) {
    try (RawTwin twin = pattern.twin(number)) {
      long begun = System.nanoTime();
      twin.start().untilAnswers(Patience.LOOK);
      return Patience.millisSince(begun);
    }
  }

  /** What a platform would take that believes nothing but the engine's own health check. */
  private static Figures healthy(RawTwin.Pattern pattern) {
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS_UNTIL_HEALTHY; round++) {
      try (RawTwin twin = pattern.twin(round)) {
        long begun = System.nanoTime();
        twin.start().untilHealthy();
        millis.add(Patience.millisSince(begun));
      }
    }
    return new Figures(millis);
  }

  private static List<Row> rows(String template, Figures product, Figures raw, Figures healthy) {
    return List.of(
        Row.plain(template + ": click to first 200 through the edge", "ms", product),
        Row.plain("– raw Docker API until its port answers 200", "ms", raw),
        Row.plain("– raw Docker API until the engine's own check says healthy", "ms", healthy),
        Row.atMost("– over raw", MILLIS_OVER, "ms", product.above(raw)),
        Row.atMost("– times raw", TIMES, "×", product.over(raw)));
  }
}
