package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the edge was told is lost or wrong. */
@ExtendWith(Installed.class)
class EdgeFaultsIT {

  private final Installation installation;
  private final Truth truth;
  private Customer customer;

  EdgeFaultsIT(Installation installation) {
    this.installation = installation;
    this.truth = new Truth(installation);
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  @Test
  void aCaddyThatLostItsFolderIsToldEverythingAgain() {
    Subject app = customer.running(App.STATIC_SITE);
    installation.killCaddy();
    installation.deleteCaddyFolder();
    installation.startCaddy();
    truth.isRunning(app);
    remove(app);
  }

  @Test
  void oneBadRouteAmongManyHarmsNoOther() {
    Subject bad = customer.running(App.STATIC_SITE);
    Subject good = customer.running(App.STATIC_SITE);
    String upstream = installation.rows().route(bad.id()).orElseThrow().upstream();
    installation.rows().misroute(bad.id(), "{env.HOME}:no-port");
    Subject later = customer.running(App.STATIC_SITE); // the edge took this one over, so it looked
    truth.isRunning(later);
    truth.isRunning(good);
    assertThat(installation.edge().get(host(bad)).status()).isEqualTo(404);
    installation.rows().misroute(bad.id(), upstream);
    await("the edge leads to " + bad)
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> truth.isRunning(bad));
    remove(bad);
    remove(good);
    remove(later);
  }

  private String host(Subject subject) {
    return installation.rows().deployment(subject.id()).host();
  }

  private void remove(Subject subject) {
    customer.remove(subject);
    truth.isGone(subject, "succeeded");
  }
}
