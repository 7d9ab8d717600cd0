package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Docker does what was asked, and its answer is lost on the way: nothing is made twice or left. */
class AnswersLostIT {

  private static Installation installation;

  @BeforeAll
  static void install() {
    installation = Installation.startBehindCutSocket();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^POST .*/networks/create",
        "^POST .*/volumes/create",
        "^POST .*/containers/create",
        "^POST .*/containers/.*/start",
        "^POST .*/exec/.*/start"
      })
  void ofADeploy(String request) {
    Customer customer = new Customer(installation);
    Truth truth = new Truth(installation);
    installation.cutSocket().loseNext(request);
    Subject app = customer.running(App.MINIFLUX);
    assertThat(installation.cutSocket().lost()).isEqualTo(1);
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^POST .*/containers/.*/stop",
        "^DELETE .*/containers/",
        "^DELETE .*/networks/",
        "^DELETE .*/volumes/"
      })
  void ofAStopAndADelete(String request) {
    Customer customer = new Customer(installation);
    Truth truth = new Truth(installation);
    Subject app = customer.running(App.MINIFLUX);
    installation.cutSocket().loseNext(request);
    customer.command(app, "stop");
    customer.awaitRest(app);
    truth.isStopped(app);
    customer.delete(app);
    customer.awaitRest(app);
    assertThat(installation.cutSocket().lost()).isEqualTo(1);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  /** Without a loss the same ends the same: what is proved is not the socket's doing. */
  @ParameterizedTest
  @ValueSource(strings = "(?!)")
  void ofNothing(String request) {
    Customer customer = new Customer(installation);
    installation.cutSocket().loseNext(request);
    List<Subject> apps = List.of(customer.running(App.MINIFLUX), customer.running(App.STATIC_SITE));
    apps.forEach(app -> new Truth(installation).isRunning(app));
    assertThat(installation.cutSocket().lost()).isZero();
    apps.forEach(customer::remove);
    new Truth(installation).nothingIsOrphaned();
  }
}
