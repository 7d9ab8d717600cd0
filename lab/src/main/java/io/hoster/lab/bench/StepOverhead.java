package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.api.Deployment;
import java.util.ArrayList;
import java.util.List;

/**
 * What a deploy takes beside the work of its steps, for each of them: handing it over to the
 * engine, the engine's hops, and writing down each beginning and end.
 */
record StepOverhead(Installation installation, Customer customer) implements Measurement {

  private static final int ROUNDS = 30;
  private static final int WARM_UP = 5;
  private static final double LIMIT_MILLIS = 30;
  private static final String WORK = "hoster_operation_step_duration_seconds";

  @Override
  public String name() {
    return "steps";
  }

  /** Milliseconds of one deploy. */
  private record Deploy(
      double overheadOfAStep, double untilFirst, List<Double> hops, double whole, int steps) {}

  @Override
  public List<Row> measure() {
    List<Deploy> deploys = new ArrayList<>();
    try (Database database = Database.of(installation)) {
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        Deploy deploy = deploy(database, "stepped-" + round);
        if (round >= WARM_UP) {
          deploys.add(deploy);
        }
      }
    }
    return List.of(
        Row.atMost(
            "engine overhead of each of the %d steps of a deploy"
                .formatted(deploys.getFirst().steps()),
            LIMIT_MILLIS,
            "ms",
            new Figures(deploys.stream().map(Deploy::overheadOfAStep).toList())),
        Row.plain(
            "– accepted until the first step begins",
            "ms",
            new Figures(deploys.stream().map(Deploy::untilFirst).toList())),
        Row.plain(
            "– from one activity's last step to the next one's first",
            "ms",
            new Figures(deploys.stream().flatMap(deploy -> deploy.hops().stream()).toList())),
        Row.plain(
            "– the whole deploy, accepted until ended",
            "ms",
            new Figures(deploys.stream().map(Deploy::whole).toList())));
  }

  private Deploy deploy(Database database, String name) {
    AppFigures app = new AppFigures(installation.internalPort());
    double before = app.sum(WORK + "_sum");
    double counted = app.sum(WORK + "_count");
    Deployment deployment = customer.deploy("static-site", name);
    customer.untilRunning(deployment);
    List<Gap> gaps = gaps(database, deployment);
    int steps = gaps.size();
    Patience.until(
        "the steps of " + name + " are counted",
        Patience.LOOK,
        () -> app.sum(WORK + "_count") >= counted + steps);
    double work = (app.sum(WORK + "_sum") - before) * 1_000;
    double whole =
        database.number(
            """
            select 1000 * extract(epoch from o.finished_at - c.created_at)
              from operation o join command c on c.id = o.command_id where o.subject_id = '%s'
            """
                .formatted(deployment.id()));
    customer.remove(List.of(deployment));
    if (work <= 0 || work > whole) {
      throw new LabFailure(
          "The steps of %s worked for %.1f ms of %.1f ms.".formatted(name, work, whole));
    }
    return new Deploy(
        (whole - work) / steps,
        gaps.getFirst().millis(),
        gaps.stream().skip(1).map(Gap::millis).filter(millis -> millis > 0).toList(),
        whole,
        steps);
  }

  /** From the end of the step before, or of the command, until a step's beginning. */
  private record Gap(double millis) {}

  private static List<Gap> gaps(Database database, Deployment deployment) {
    return database.list(
        """
        select 1000 * extract(epoch from s.started_at - lag(s.finished_at, 1, c.created_at) over (order by s.position))
          from operation_step s join operation o on o.id = s.operation_id join command c on c.id = o.command_id
         where s.subject_id = '%s' order by s.position
        """
            .formatted(deployment.id()),
        row -> new Gap(row.getDouble(1)));
  }
}
