package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.api.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Twenty deployments at once, against twenty at once through the raw Docker API, by turns. */
record Burst(Installation installation, Customer customer) implements Measurement {

  private static final int APPS = 20;
  private static final int ROUNDS = 3;
  private static final double TIMES = 1.2;

  /** Twenty who look as often as one does would be a load of their own. */
  private static final Duration LOOK = Duration.ofMillis(100);

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public List<Row> measure() {
    Deployment model = customer.deploy("static-site", "burst-model");
    customer.untilRunning(model);
    RawTwin.Pattern pattern = RawTwin.Pattern.of(installation.docker(), model.id());
    customer.remove(List.of(model));
    List<Double> product = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      product.add(product(round));
      raw.add(raw(pattern));
    }
    return rows(new Figures(product), new Figures(raw));
  }

  private static List<Row> rows(Figures product, Figures raw) {
    int all = APPS * ROUNDS;
    return List.of(
        new Row(
            APPS + " deployments at once: apps that answer",
            APPS + " of " + APPS,
            all + " of " + all,
            "",
            ROUNDS,
            true),
        Row.plain("– all answer through the edge after", "s", product),
        Row.plain("– raw Docker API in parallel", "s", raw),
        Row.atMost("– times raw", TIMES, "×", product.over(raw)));
  }

  private double product(int round) {
    long begun = System.nanoTime();
    List<Deployment> deployments =
        atOnce(number -> {
          Deployment one = customer.deploy("static-site", "burst-" + round + "-" + number);
          customer.untilAnswers(one, LOOK);
          return one;
        });
    double seconds = Patience.millisSince(begun) / 1_000;
    customer.remove(deployments);
    return seconds;
  }

  private double raw(RawTwin.Pattern pattern) {
    List<RawTwin> twins = IntStream.range(0, APPS).mapToObj(pattern::twin).toList();
    try {
      long begun = System.nanoTime();
      atOnce(number -> {
        twins.get(number).start().untilAnswers(LOOK);
        return number;
      });
      return Patience.millisSince(begun) / 1_000;
    } finally {
      twins.forEach(RawTwin::close);
    }
  }

  private interface Numbered<T> {
    T of(int number);
  }

  /** An app that does not answer in time fails the measurement. */
  private static <T> List<T> atOnce(Numbered<T> work) {
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < APPS; i++) {
      int number = i;
      calls.add(() -> work.of(number));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      throw new LabFailure("One of " + APPS + " failed: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }
}
