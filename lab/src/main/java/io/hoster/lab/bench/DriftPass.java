package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.api.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Comparing rows and world when there are a thousand deployments, of which twenty run and the
 * others rest; and what those that rest cost the application and the Docker engine.
 */
record DriftPass(Installation installation, Customer customer) implements Measurement {

  private static final int DEPLOYMENTS = 1_000;
  private static final int RUNNING = 20;
  private static final int COPIES = DEPLOYMENTS - RUNNING - 1;
  private static final int PASSES = 3;
  private static final Duration ALONE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(200);

  /** The rows are written first, the figure when the pass has ended. */
  private static final Duration UNTIL_TOLD = Duration.ofSeconds(2);

  private static final double LIMIT_SECONDS = 2;
  private static final double LIMIT_PERCENT = 10;
  private static final String ENSURED = "hoster_reconciler_workflows_ensured_total";
  private static final String PASS = "hoster_drift_pass_duration_seconds";

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public List<Row> measure() {
    List<Deployment> running =
        IntStream.range(0, RUNNING)
            .mapToObj(number -> customer.deploy("static-site", "swept-" + number))
            .toList();
    running.forEach(customer::untilRunning);
    Deployment real = customer.deploy("static-site", "swept-at-rest");
    customer.untilRunning(real);
    customer.stop(real);
    try (Database database = Database.of(installation)) {
      Copies copies = new Copies(database, real.id());
      untilStorageIsMeasured(database);
      Cost alone = costOf(() -> Patience.sleep(ALONE));
      double ensured = figures().sum(ENSURED);
      copies.make(COPIES);
      CopiedWorld world = CopiedWorld.of(installation.docker(), database, copies);
      world.make();
      untilEnsured(ensured + COPIES);
      List<Row> rows = measure(database, alone);
      world.vanish();
      copies.forget();
      customer.askToDelete(real);
      customer.untilGone(real);
      customer.remove(running);
      return rows;
    }
  }

  private List<Row> measure(Database database, Cost alone) {
    List<Double> seconds = new ArrayList<>();
    untilPassed(database);
    Cost cost =
        costOf(() -> {
          for (int pass = 0; pass < PASSES; pass++) {
            double before = figures().sum(PASS + "_sum");
            untilPassed(database);
            seconds.add(figures().sum(PASS + "_sum") - before);
          }
        });
    long differences =
        (long)
            database.number(
                "select count(*) from drift where last_seen_at > now() - interval '5 minutes'");
    return List.of(
        Row.atMost(
            "drift pass over 1,000 deployments, 20 of them running",
            LIMIT_SECONDS,
            "s",
            new Figures(seconds)),
        Row.atMost(
            "– of a core, application and Docker engine together, above the 20 alone",
            LIMIT_PERCENT,
            "%",
            Figures.of(cost.percent() - alone.percent())),
        Row.plain("– the 20 alone", "%", Figures.of(alone.percent())),
        Row.none("– differences found where there are none", differences, PASSES));
  }

  /** What the application and the engine computed meanwhile. */
  private record Cost(Duration computed, double millis) {

    double percent() {
      return 100 * computed.toNanos() / 1e6 / millis;
    }
  }

  private Cost costOf(Runnable time) {
    Duration before = computed();
    long begun = System.nanoTime();
    time.run();
    return new Cost(computed().minus(before), Patience.millisSince(begun));
  }

  private Duration computed() {
    return cpu(installation.app()).plus(cpu(engine()));
  }

  private static Duration cpu(ProcessHandle process) {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new LabFailure("The kernel tells no processor time."));
  }

  private static ProcessHandle engine() {
    List<ProcessHandle> engines =
        ProcessHandle.allProcesses()
            .filter(one -> one.info().command().orElse("").endsWith("/dockerd"))
            .toList();
    if (engines.size() != 1) {
      throw new LabFailure(engines.size() + " Docker engines run; which one is it?");
    }
    return engines.getFirst();
  }

  /** A copy of what was measured is not measured again within the hour. */
  private static void untilStorageIsMeasured(Database database) {
    Patience.until(
        "the storage of all is measured",
        LOOK,
        () ->
            database.number(
                    "select count(*) from deployment d where deleted_at is null and not exists"
                        + " (select from storage s where s.deployment_id = d.id)")
                == 0);
  }

  /** The reconciler starts the workflow of each copy. */
  private void untilEnsured(double count) {
    Patience.until("every copy has its workflow", LOOK, () -> figures().sum(ENSURED) >= count);
  }

  /** One more pass. The rows are asked, for to ask the application would cost what is measured. */
  private static void untilPassed(Database database) {
    double last = swept(database);
    Patience.until("a drift pass", LOOK, () -> swept(database) > last);
    Patience.sleep(UNTIL_TOLD);
  }

  private static double swept(Database database) {
    return database.number("select extract(epoch from max(swept_at)) from node");
  }

  private AppFigures figures() {
    return new AppFigures(installation.internalPort());
  }
}
