package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL commits, and its answer is lost on the way: who asks again under the same key has
 * asked once, and the worker's steps go on from where they really are.
 */
@Tag("long")
class CommitsLostIT {

  private static final String NOTHING = "(?!)";

  /** What only the worker writes. */
  private static final String WORK =
      "into operation_step|update operation_step|into ledger|update ledger|update port_lease|update subnet_lease|into route";

  private static Installation installation;

  private Customer customer;
  private Truth truth;

  @BeforeAll
  static void install() {
    installation = Installation.startBehindCutDatabase();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @BeforeEach
  void register() {
    customer = new Customer(installation);
    truth = new Truth(installation);
  }

  /** In the order in which a request commits them; the last one is its whole work. */
  @ParameterizedTest
  @ValueSource(
      strings = {"into idempotency_key", "into command", "update idempotency_key set status"})
  void whoAsksAgainUnderTheSameKeyHasAskedOnce(String statement) {
    livesItsLife(statement, 503);
  }

  /** Without a loss the first answer is the right one, and the second is the same. */
  @ParameterizedTest
  @ValueSource(strings = NOTHING)
  void whoAsksTwiceIsToldTheSameTwice(String statement) {
    livesItsLife(statement, 202);
  }

  private void livesItsLife(String statement, int told) {
    Subject app = new Subject(deployed(statement, told), App.STATIC_SITE);
    customer.awaitRest(app);
    truth.isRunning(app);
    assertThat(installation.rows().deployments(customer.tenant())).isEqualTo(1);
    String path = "/api/v1/deployments/" + app.id();
    askedTwice(statement, told, "POST", path + "/stop", "").expect(202);
    customer.awaitRest(app);
    truth.isStopped(app);
    askedTwice(statement, told, "DELETE", path, "");
    customer.awaitRest(app);
    truth.isGone(app, "succeeded");
    assertThat(installation.rows().commands(app.id())).isEqualTo(3);
    truth.nothingIsOrphaned();
  }

  private String deployed(String statement, int told) {
    String body = "{\"template\": \"static-site\", \"name\": \"commit-lost\"}";
    return askedTwice(statement, told, "POST", "/api/v1/deployments", body).expect(202).text("id");
  }

  /** The second answer. */
  private Api.Answer askedTwice(
      String statement, int told, String method, String path, String body) {
    CutDatabase cut = installation.cutDatabase();
    String key = UUID.randomUUID().toString();
    cut.loseNext(statement);
    Api.Answer first = customer.api().send(method, path, body, "Idempotency-Key", key).expect(told);
    if (told == 503) {
      assertThat(cut.lost()).isEqualTo(1);
      assertThat(first.header("Retry-After")).isEqualTo("5");
      assertThat(first.text("detail")).contains("cannot say whether it was done");
    }
    return customer.api().send(method, path, body, "Idempotency-Key", key);
  }

  /** Of how many of the worker's commits one is lost; more of both with --all. */
  static int[] few() {
    return "all".equals(System.getProperty("hoster.crash")) ? new int[] {4, 5, 8} : new int[] {6};
  }

  /** By chance: a loss at every so manieth would meet the same place of each try again for ever. */
  @ParameterizedTest
  @MethodSource("few")
  void stepsGoOnFromWhereTheyAre(int few) {
    CutDatabase cut = installation.cutDatabase();
    Random chance = new Random(Long.getLong("hoster.crash.seed", 4));
    cut.loseSome(few, WORK, chance);
    Subject app = customer.running(App.MINIFLUX);
    assertThat(cut.lost()).isPositive();
    truth.isRunning(app);
    customer.command(app, "stop");
    customer.awaitRest(app);
    truth.isStopped(app);
    cut.loseNothing();
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }
}
