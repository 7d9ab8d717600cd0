package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.api.Deadline;
import io.hoster.lab.api.Deployment;
import io.hoster.lab.api.HosterApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A customer on the largest plan, signed in through the edge as a browser would be. */
final class Customer implements AutoCloseable {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String EMAIL = "bench@hoster.example";

  private final Installation installation;
  private final HosterApi api;

  private Customer(Installation installation, HosterApi api) {
    this.installation = installation;
    this.api = api;
  }

  static Customer of(Installation installation) {
    URI edge = URI.create("http://localhost:" + installation.edgePort());
    HosterApi api = new HosterApi(edge, Deadline.in(HOUR, LOOK));
    if (!api.register("Bench", EMAIL, UUID.randomUUID().toString())) {
      throw new LabFailure(EMAIL + " has an account here; a run needs an installation of its own.");
    }
    try (Database database = Database.of(installation)) {
      database.execute("update tenant set plan_id = 'enterprise'");
    }
    return new Customer(installation, api);
  }

  /** Clicks on Deploy. */
  Deployment deploy(String template, String name) {
    return api.deploy(template, name, UUID.randomUUID().toString())
        .orElseThrow(() -> new LabFailure("The name " + name + " is taken."));
  }

  /** Returns when the app of {@code name} answers 200 through the edge. */
  void untilAnswers(Deployment deployment, Duration look) {
    Patience.untilAnswers(installation.edgePort(), hostOf(deployment), look);
  }

  static String hostOf(Deployment deployment) {
    String url = deployment.url();
    if (url == null) {
      throw new LabFailure(deployment.name() + " has no address.");
    }
    return URI.create(url).getAuthority();
  }

  void untilRunning(Deployment deployment) {
    untilIs(deployment, "running");
  }

  void start(Deployment deployment) {
    api.command(deployment.id(), "start");
  }

  void stop(Deployment deployment) {
    askToStop(deployment);
    untilStopped(deployment);
  }

  /** Returns when it is accepted. */
  void askToStop(Deployment deployment) {
    api.command(deployment.id(), "stop");
  }

  /** Returns when it is accepted. */
  void askToDelete(Deployment deployment) {
    api.delete(deployment.id());
  }

  void untilStopped(Deployment deployment) {
    untilIs(deployment, "stopped");
  }

  /** Stops and deletes them, all at once; returns when they are gone. */
  void remove(List<Deployment> deployments) {
    deployments.forEach(this::untilRunning);
    deployments.forEach(this::askToStop);
    deployments.forEach(this::untilStopped);
    deployments.forEach(this::askToDelete);
    deployments.forEach(this::untilGone);
  }

  void untilGone(Deployment deployment) {
    Patience.until(
        deployment.name() + " is gone", LOOK, () -> api.deployment(deployment.id()).isEmpty());
  }

  private void untilIs(Deployment deployment, String status) {
    Patience.until(
        deployment.name() + " is " + status,
        LOOK,
        () -> {
          Deployment now =
              api.deployment(deployment.id())
                  .orElseThrow(() -> new LabFailure(deployment.name() + " is gone."));
          if (now.isFailed()) {
            throw new LabFailure(deployment.name() + " failed at " + now.reason());
          }
          return now.status().equals(status);
        });
  }

  /** The newest two hundred. */
  List<Deployment> deployments() {
    return api.deployments();
  }

  String token(String name) {
    return api.token(name);
  }

  @Override
  public void close() {
    api.close();
  }
}
