package io.hoster.lab.production;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import io.hoster.lab.api.Deadline;
import io.hoster.lab.api.Deployment;
import io.hoster.lab.api.HosterApi;
import io.hoster.lab.firstapp.AppAddress;
import io.hoster.lab.firstapp.FirstApp;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two apps through the edge. The worker that makes the second one is killed at it, and another one
 * goes on.
 */
public final class ProductionProof {

  private static final Logger console = LoggerFactory.getLogger("console");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int TRIES = 3;

  private final LabSettings settings;
  private final Workers workers;

  private ProductionProof(LabSettings settings, Workers workers) {
    this.settings = settings;
    this.workers = workers;
  }

  public static ProductionProof of(LabSettings settings) {
    return new ProductionProof(
        settings,
        new Workers(
            settings.home().resolve("docker-compose"),
            System.getenv().getOrDefault("HOSTER_DOCKER_HOST", "")));
  }

  /**
   * Returns when both apps answer at their addresses, and has printed these.
   *
   * @throws LabFailure when anything else comes of it
   */
  public void run() {
    FirstApp.of(settings).run();
    Deadline deadline = Deadline.in(LIMIT, PAUSE);
    URI edge = URI.create("http://localhost:" + settings.edgePort());
    try (HosterApi api = new HosterApi(edge, deadline)) {
      String random = UUID.randomUUID().toString();
      api.register("Second customer", "second-" + random + "@hoster.example", random);
      Cut cut = cutShort(api, deadline);
      String url = running(api, cut.deployment(), deadline);
      requireAnswer(AppAddress.of(url), deadline);
      console.info("Second app:     {}", url);
      console.info("Killed worker:  {} (another one finished that app)", cut.worker());
    }
  }

  /** A deployment whose worker was killed at it. */
  private record Cut(String deployment, String worker) {}

  /** On a quick machine an app may be there before it is known who makes it: then the next one. */
  private Cut cutShort(HosterApi api, Deadline deadline) {
    for (int i = 1; i <= TRIES; i++) {
      String id = deploy(api, "second-" + i);
      Optional<String> worker = workers.workingOn(id);
      while (worker.isEmpty() && !status(api, id).isRunning() && !deadline.isOver()) {
        worker = workers.workingOn(id);
      }
      if (worker.isPresent()) {
        workers.kill(worker.get());
        if (!status(api, id).isRunning()) {
          return new Cut(id, worker.get());
        }
      }
    }
    throw new LabFailure("No worker could be killed while it made an app.");
  }

  private static String deploy(HosterApi api, String name) {
    return api.deploy("static-site", name, UUID.randomUUID().toString())
        .map(Deployment::id)
        .orElseThrow(() -> new LabFailure("The name " + name + " is taken."));
  }

  private static Deployment status(HosterApi api, String id) {
    return api.deployment(id).orElseThrow(() -> new LabFailure(id + " is gone."));
  }

  private static String running(HosterApi api, String id, Deadline deadline) {
    Deployment now = status(api, id);
    while (!now.isRunning()) {
      if (now.isFailed() || deadline.isOver()) {
        throw new LabFailure(
            "The app whose worker was killed is " + now.status() + ": " + now.reason());
      }
      deadline.pause();
      now = status(api, id);
    }
    return Optional.ofNullable(now.url())
        .orElseThrow(() -> new LabFailure("The second app runs and has no address."));
  }

  private static void requireAnswer(AppAddress app, Deadline deadline) {
    while (app.status() != 200) {
      if (deadline.isOver()) {
        throw new LabFailure("The second app runs but does not answer at " + app.host() + ".");
      }
      deadline.pause();
    }
  }
}
