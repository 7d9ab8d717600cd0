package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

/**
 * Another tenant, at work at the same time: what strikes the first one's operation costs them
 * nothing, and of the first one they see nothing.
 */
final class Neighbour {

  private final Customer customer;
  private final Truth truth;
  private final Subject running;
  private final Set<String> own = new HashSet<>();

  /** With an app that runs from now on. */
  Neighbour(Installation installation) {
    this.customer = new Customer(installation, Person.named("Nell"));
    this.truth = new Truth(installation);
    this.running = customer.running(App.STATIC_SITE);
    own.add(running.id());
  }

  /** Asks for another app at this moment. */
  Subject deploys() {
    Subject fresh = customer.deploy(App.STATIC_SITE);
    own.add(fresh.id());
    return fresh;
  }

  /** Their app runs and answers, and what they see is theirs alone. */
  void isUntouchedBy(Subject subject) {
    truth.isRunning(running);
    seesTheirOwn();
    customer.api().get("/api/v1/deployments/" + subject.id()).expect(404);
  }

  /** The app that was asked for runs too; it is removed again. */
  void gets(Subject fresh) {
    customer.awaitRest(fresh);
    truth.isRunning(fresh);
    seesTheirOwn();
    customer.remove(fresh);
    truth.isGone(fresh, "succeeded");
  }

  private void seesTheirOwn() {
    Set<String> seen = new HashSet<>();
    customer
        .api()
        .get("/api/v1/deployments")
        .expect(200)
        .body()
        .path("data")
        .forEach(row -> seen.add(row.path("id").asString()));
    assertThat(seen).contains(running.id());
    assertThat(own).containsAll(seen);
  }

  /** Removes their app. */
  void moveOut() {
    customer.remove(running);
  }
}
