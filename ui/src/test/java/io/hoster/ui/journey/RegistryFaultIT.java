package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.hoster.ui.journey.Registry.Mood;
import io.hoster.workflows.operation.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The registry that an app's image is pulled from has a bad day. */
@Tag("long")
@ExtendWith(Installed.class)
class RegistryFaultIT {

  private final Installation installation;
  private final Chromium chromium;
  private final Truth truth;
  private Registry registry;
  private Customer customer;

  RegistryFaultIT(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
    this.truth = new Truth(installation);
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    registry = Registry.start(installation.world());
    customer = new Customer(installation);
  }

  @AfterEach
  void end() {
    registry.close();
  }

  private Subject deploy(String image) {
    return customer.deploy(App.PULLED_PAGE, Map.of("IMAGE", image));
  }

  /** Without a fault the same ends the same: what is proved is not the registry's own doing. */
  @Test
  void anImageIsPulledAndItsAppRuns() {
    Subject app = deploy(registry.supply("1"));
    customer.awaitRest(app);
    runsAndGoes(app);
  }

  private void runsAndGoes(Subject app) {
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
    truth.nothingIsOrphaned();
  }

  /** That it hangs takes a minute to be believed; with --all. */
  static List<Mood> badMoods() {
    return "all".equals(System.getProperty("hoster.crash"))
        ? List.of(Mood.TOO_MANY_REQUESTS, Mood.UNAVAILABLE, Mood.HANGS)
        : List.of(Mood.TOO_MANY_REQUESTS, Mood.UNAVAILABLE);
  }

  @ParameterizedTest
  @MethodSource("badMoods")
  void whatItRefusesForNowIsAskedForAgainUntilItGivesIt(Mood mood) {
    double before = failures();
    registry.is(mood);
    Subject app = deploy(registry.supply("1"));
    JsonNode step = customer.awaitStep(app, Step.PULL_IMAGES, "retrying");
    assertThat(step.path("message").asString())
        .startsWith("The image " + registry.name("1") + " was not pulled: ")
        .contains(answerOf(mood));
    assertThat(Instant.parse(step.path("next_try_at").asString()))
        .isAfter(Instant.parse(step.path("started_at").asString()));
    assertThat(failures()).isGreaterThan(before);
    registry.is(Mood.WELL);
    customer.awaitRest(app);
    runsAndGoes(app);
  }

  private static String answerOf(Mood mood) {
    return switch (mood) {
      case TOO_MANY_REQUESTS -> "You have pulled too much.";
      case UNAVAILABLE -> "503 Service Unavailable";
      case HANGS -> "sent nothing for 60 s";
      case WELL -> throw new IllegalArgumentException("that is no bad mood");
    };
  }

  /** How often the platform took a failure for the registry's. */
  private double failures() {
    return installation
        .internal(Engines.Part.ALL)
        .get("/metrics")
        .expect(200)
        .raw()
        .lines()
        .filter(line ->
            line.startsWith("hoster_operation_step_failures_total{")
                && line.contains("\"REGISTRY_UNAVAILABLE\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Nor does the one that was given up hold up the next one for the same image. */
  @Test
  void aPullThatHangsSaysWhatItWaitsForAndIsCancelledWithoutATrace() {
    registry.is(Mood.HANGS);
    Subject app = deploy(registry.supply("1"));
    registry.awaitHanging();
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/login?next=deployments%2F" + app.id());
      new Entry(window).signIn(customer.person());
      new AppPage(window).section("Timeline");
      Locator step = window.page().locator(".step[data-status='running']");
      assertThat(step).containsText("Pull images");
      assertThat(step).containsText("1 of 1: " + registry.name("1"));
      assertThat(step).containsText(Pattern.compile(", \\d of \\d MB"));
      assertThat(step.locator(".step-time")).hasText(Pattern.compile("\\d+ s"));
      assertThat(window.complaints()).isEmpty();
    }
    customer.command(app, "cancel");
    customer.awaitRest(app);
    truth.isGone(app, "cancelled");
    truth.nothingIsOrphaned();
    registry.is(Mood.WELL);
    Subject again = deploy(registry.name("1"));
    customer.awaitRest(again);
    runsAndGoes(again);
  }

  @Test
  void anImageThatItDoesNotKnowIsSuppliedAndTheSetUpGoesOn() {
    Subject app = deploy(registry.name("1"));
    customer.awaitRest(app);
    JsonNode failure = customer.look(app).path("failure");
    assertThat(failure.path("code").asString()).isEqualTo("IMAGE_MISSING");
    assertThat(failure.path("step").asString()).isEqualTo(Step.PULL_IMAGES.title());
    assertThat(failure.path("attempts").asInt()).isEqualTo(1);
    registry.supply("1");
    customer.resolve(app, "retry");
    customer.awaitRest(app);
    runsAndGoes(app);
  }
}
