package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the measurements one after another and says each line as soon as it is known. */
public final class Bench {

  private static final Logger console = LoggerFactory.getLogger("console");

  private final Installation installation;

  private Bench(Installation installation) {
    this.installation = installation;
  }

  /** Of the installation that the environment names; the launcher has made it for this run. */
  public static Bench of(LabSettings settings) {
    return new Bench(Installation.of(settings, System.getenv()));
  }

  /**
   * Runs the measurement of that name; all for {@code ""}.
   *
   * @throws LabFailure when there is none of that name, or one could not be taken
   */
  public void run(String name) {
    try (Customer customer = Customer.of(installation)) {
      List<Measurement> wanted = named(name, all(customer));
      console.info("| measured | goal | figure (median) | spread | runs | verdict |");
      console.info("|---|---|---|---|---|---|");
      for (Measurement measurement : wanted) {
        measurement.measure().forEach(row -> console.info("{}", row));
      }
    }
  }

  /**
   * Memory first, while nothing was asked of the application yet, and after what customers ask. The
   * last two are no usual day: a thousand apps, and an application that is killed.
   */
  private List<Measurement> all(Customer customer) {
    return List.of(
        new IdleMemory(installation, "after its start"),
        new DeployLatency(installation, customer),
        new WarmStart(customer),
        new ListLatency(installation, customer),
        new EdgeThroughput(installation),
        new RouteChanges(installation),
        new Burst(installation, customer),
        new StepOverhead(installation, customer),
        new IdleMemory(installation, "after all that ran"),
        new DriftPass(installation, customer),
        new Recovery(installation, customer));
  }

  private static List<Measurement> named(String name, List<Measurement> all) {
    if (name.isEmpty()) {
      return all;
    }
    List<String> names = all.stream().map(Measurement::name).distinct().toList();
    if (!names.contains(name)) {
      throw new LabFailure(
          "There is no measurement \"" + name + "\"; there are " + String.join(", ", names) + ".");
    }
    List<Measurement> found = new ArrayList<>(all);
    found.removeIf(measurement -> !measurement.name().equals(name));
    return found.subList(0, 1);
  }
}
