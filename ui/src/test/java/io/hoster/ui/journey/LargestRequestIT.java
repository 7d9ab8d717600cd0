package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The engine of workflows refuses payloads above 2 MB. None is made: the largest request that is
 * let in runs, and what is larger is refused before with the field that is too large.
 */
@ExtendWith(Installed.class)
class LargestRequestIT {

  private static final int VALUE = 32 * 1024;

  /** With the title, the text and what stands around them just below the 1 MiB of a body. */
  private static final int VALUES = 29;

  private final Installation installation;
  private Customer customer;

  LargestRequestIT(Installation installation) {
    this.installation = installation;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
  }

  @Test
  void runsAndIsChangedAndGoes() {
    Truth truth = new Truth(installation);
    Subject app =
        new Subject(
            post("/api/v1/deployments", largest("a")).expect(202).text("id"), App.STATIC_SITE);
    customer.awaitRest(app);
    truth.isRunning(app);
    String path = "/api/v1/deployments/" + app.id() + "/redeploy";
    post(path, Map.of("variables", values("b"), "environment", environment("b", VALUES)))
        .expect(202);
    customer.awaitRest(app);
    truth.isRunning(app);
    assertThat(installation.edge().get(installation.rows().deployment(app.id()).host()).text())
        .contains("b".repeat(VALUE));
    customer.remove(app);
    truth.isGone(app, "succeeded");
  }

  @Test
  void whatIsLargerIsRefusedWithItsField() {
    assertThat(
            post("/api/v1/deployments", deployment(values("a"), environment("ä", 1)))
                .expect(422)
                .body()
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/environment/LARGE_0");
    assertThat(
            post(
                    "/api/v1/deployments",
                    deployment(Map.of("TITLE", "a".repeat(VALUE + 1)), new TreeMap<>()))
                .expect(422)
                .body()
                .at("/errors/0/pointer")
                .asString())
        .isEqualTo("/variables/TITLE");
    post("/api/v1/deployments", deployment(values("a"), environment("a", VALUES + 1))).expect(413);
    assertThat(installation.rows().deployments(customer.tenant())).isZero();
  }

  private Api.Answer post(String path, Map<String, ?> body) {
    return customer.api().post(path, body);
  }

  private static Map<String, ?> largest(String letter) {
    return deployment(values(letter), environment(letter, VALUES));
  }

  private static Map<String, ?> deployment(
      Map<String, String> variables, SortedMap<String, String> environment) {
    return Map.of(
        "template",
        App.STATIC_SITE.template(),
        "name",
        "largest",
        "variables",
        variables,
        "environment",
        environment);
  }

  private static Map<String, String> values(String letter) {
    return Map.of("TITLE", letter.repeat(VALUE), "TEXT", letter.repeat(VALUE));
  }

  private static SortedMap<String, String> environment(String letter, int count) {
    SortedMap<String, String> environment = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      environment.put("LARGE_" + i, letter.repeat(VALUE));
    }
    return environment;
  }
}
