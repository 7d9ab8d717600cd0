package io.hoster.lab.firstapp;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import io.hoster.lab.api.Deadline;
import io.hoster.lab.api.Deployment;
import io.hoster.lab.api.HosterApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo customer's first app: signs up, deploys, waits until it answers; run again it changes
 * nothing.
 */
public final class FirstApp {

  private static final Logger console = LoggerFactory.getLogger("console");
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final String TEMPLATE = "static-site";
  private static final String NAME = "hello";

  private final URI edge;
  private final Path file;
  private final Duration limit;
  private final Duration pause;

  FirstApp(URI edge, Path file, Duration limit, Duration pause) {
    this.edge = edge;
    this.file = file;
    this.limit = limit;
    this.pause = pause;
  }

  /** Through the edge of this installation, with two minutes' time. */
  public static FirstApp of(LabSettings settings) {
    return new FirstApp(
        URI.create("http://localhost:" + settings.edgePort()),
        settings.home().resolve("first-app.json"),
        LIMIT,
        PAUSE);
  }

  /**
   * Returns when the app answers 200 at its address, and has printed the address and the sign-in.
   *
   * @throws LabFailure when the product refuses, the deployment fails or the time is over
   */
  public void run() {
    Deadline deadline = Deadline.in(limit, pause);
    try (HosterApi api = new HosterApi(edge, deadline)) {
      Optional<DemoCustomer> known = DemoCustomer.remembered(file);
      DemoCustomer customer = known.orElseGet(() -> DemoCustomer.create().remember(file));
      signIn(api, customer, known.isPresent());
      Deployment deployment = deploymentOf(api, customer);
      Deployment settled = follow(api, deployment, deadline);
      if (settled.isAtRest()) {
        console.info("The first app is {}.", settled.status());
      } else {
        console.info("First app:      {}", answering(settled, deadline));
      }
      console.info("Demo customer:  {}", customer.email());
      console.info("Password:       {}", customer.password());
    }
  }

  /** A registration whose answer was lost has made the account: so sign in after it, too. */
  private static void signIn(HosterApi api, DemoCustomer customer, boolean known) {
    boolean signedIn =
        (known && login(api, customer)) || register(api, customer) || login(api, customer);
    if (!signedIn) {
      throw new LabFailure(
          customer.email()
              + " already has an account with another password, so no first app was made.");
    }
  }

  private static boolean login(HosterApi api, DemoCustomer customer) {
    return api.login(customer.email(), customer.password());
  }

  private static boolean register(HosterApi api, DemoCustomer customer) {
    return api.register(customer.name(), customer.email(), customer.password());
  }

  private Deployment deploymentOf(HosterApi api, DemoCustomer customer) {
    String known = customer.deploymentId();
    if (known == null) {
      return deploy(api, customer);
    }
    return api.deployment(known)
        .orElseGet(() -> deploy(api, customer.withoutDeployment().remember(file)));
  }

  private Deployment deploy(HosterApi api, DemoCustomer customer) {
    Deployment accepted =
        api.deploy(TEMPLATE, NAME, customer.idempotencyKey())
            .or(() -> api.deploymentNamed(NAME))
            .orElseThrow(
                () -> new LabFailure("The name " + NAME + " is taken, and no deployment has it."));
    customer.withDeployment(accepted.id()).remember(file);
    return accepted;
  }

  private Deployment follow(HosterApi api, Deployment accepted, Deadline deadline) {
    Set<String> told = new HashSet<>();
    while (true) {
      Deployment now =
          api.deployment(accepted.id())
              .orElseThrow(() -> new LabFailure("The first app was deleted while it was set up."));
      tell(now, told);
      if (now.isRunning() || now.isAtRest()) {
        return now;
      }
      if (now.isFailed()) {
        throw new LabFailure("The first app failed at " + now.reason());
      }
      if (deadline.isOver()) {
        throw new LabFailure(
            "The first app is still " + now.status() + " after " + limit.toSeconds() + " s.");
      }
      deadline.pause();
    }
  }

  private static void tell(Deployment deployment, Set<String> told) {
    for (Deployment.Step step : deployment.finishedSteps()) {
      if (told.add(step.name())) {
        console.info("  {} {}", step.name(), step.status());
      }
    }
  }

  private String answering(Deployment running, Deadline deadline) {
    String url =
        Optional.ofNullable(running.url())
            .orElseThrow(() -> new LabFailure("The first app runs and has no address."));
    AppAddress address = AppAddress.of(url);
    int status = address.status();
    while (status != 200) {
      if (deadline.isOver()) {
        throw new LabFailure(
            "The first app is running, but "
                + url
                + " answers "
                + (status == 0 ? "nothing" : status)
                + ".");
      }
      deadline.pause();
      status = address.status();
    }
    return url;
  }
}
