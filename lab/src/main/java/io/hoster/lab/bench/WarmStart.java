package io.hoster.lab.bench;

import io.hoster.lab.api.Deployment;
import java.util.ArrayList;
import java.util.List;

/** Start of a stopped app: click → first 200 through the edge. */
record WarmStart(Customer customer) implements Measurement {

  private static final int ROUNDS = 15;
  private static final int WARM_UP = 2;
  private static final double LIMIT_MILLIS = 1_000;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Row> measure() {
    Deployment deployment = customer.deploy("static-site", "sleeper");
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      customer.untilRunning(deployment);
      customer.stop(deployment);
      long click = System.nanoTime();
      customer.start(deployment);
      customer.untilAnswers(deployment, Patience.LOOK);
      if (round >= WARM_UP) {
        millis.add(Patience.millisSince(click));
      }
    }
    customer.remove(List.of(deployment));
    return List.of(
        Row.atMost(
            "static-site: Start clicked to first 200", LIMIT_MILLIS, "ms", new Figures(millis)));
  }
}
