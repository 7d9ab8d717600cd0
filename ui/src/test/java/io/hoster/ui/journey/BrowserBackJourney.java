package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.hoster.workflows.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a browser shows while the platform breaks under it and comes back: the page it was on, live,
 * with what was typed. Nobody reloads anything.
 */
@ExtendWith(Installed.class)
class BrowserBackJourney {

  /** What is promised, from when the platform is ready again. */
  private static final Duration BACK = Duration.ofSeconds(15);

  private static final Page.WaitForFunctionOptions SOON =
      new Page.WaitForFunctionOptions().setTimeout(BACK.toMillis());
  private static final LocatorAssertions.HasTextOptions BY_THEN =
      new LocatorAssertions.HasTextOptions().setTimeout(BACK.toMillis());
  private static final LocatorAssertions.IsHiddenOptions HIDDEN_BY_THEN =
      new LocatorAssertions.IsHiddenOptions().setTimeout(BACK.toMillis());
  private static final LocatorAssertions.HasTextOptions WORK =
      new LocatorAssertions.HasTextOptions().setTimeout(Customer.PATIENCE.toMillis());
  private static final String SECRET = "walnut-harbour-93-secret";

  private final Installation installation;
  private final Chromium chromium;
  private Customer customer;
  private Window window;

  BrowserBackJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  /** What a page is built on and lives without for a moment. */
  enum Engine {
    POSTGRES(Installation::killPostgres, Installation::startPostgres),
    TEMPORAL(Installation::killTemporal, Installation::startTemporal),
    CADDY(Installation::killCaddy, Installation::startCaddy);

    private final Consumer<Installation> kill;
    private final Consumer<Installation> start;

    Engine(Consumer<Installation> kill, Consumer<Installation> start) {
      this.kill = kill;
      this.start = start;
    }
  }

  @BeforeEach
  void signIn() {
    installation.startWhatIsDown();
    customer = new Customer(installation);
    window = chromium.window(Look.DESK);
    window.open("/deployments");
    new Entry(window).signIn(customer.person());
    window.shows("Deployments");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void eachPageIsBackWithWhatWasTypedWhenTheApplicationIs() {
    Subject other = customer.running(App.STATIC_SITE);
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      Page timeline = watch(subject);
      Page form = window.tab("/deploy/miniflux");
      Page settings = window.tab(page(other) + "/settings");
      field(form, "Name").fill("half-filled");
      field(form, "Administrator's password").fill(SECRET);
      field(form, "Administrator").fill("grace");
      field(form, "Administrator").press("End");
      field(settings, "Title").fill("Half a ti");
      List<Page> tabs = List.of(timeline, form, settings);
      tabs.forEach(tab -> tab.evaluate("window.isOld = true"));
      installation.killApp();
      field(form, "Administrator").pressSequentially("-hopper");
      assertThat(connectionLost()).isVisible();
      installation.startApp();
      tabs.forEach(tab -> tab.waitForFunction("!window.isOld", null, SOON));
      standsOnItsStep(subject);
      assertThat(field(form, "Administrator")).hasValue("grace-hopper");
      assertThat(field(form, "Name")).hasValue("half-filled");
      assertThat(field(form, "Administrator's password")).hasValue("");
      assertThat(form).hasURL(Pattern.compile("/deploy/miniflux$"));
      assertThat((String) form.evaluate("JSON.stringify({...sessionStorage, ...localStorage})"))
          .contains("grace-hopper")
          .doesNotContain(SECRET);
      assertThat(field(settings, "Title")).hasValue("Half a ti");
      leftForGood(settings);
      settings.navigate(installation.console() + page(other) + "/settings");
      assertThat(field(settings, "Title")).hasValue(Pattern.compile("^(?!Half a ti).+"));
    }
    goesOnLive(subject);
    List.of(other, subject).forEach(customer::remove);
  }

  /** By its links, as somebody who gives the change up. */
  private static void leftForGood(Page settings) {
    settings
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Timeline").setExact(true))
        .click();
    assertThat(settings.locator(".timeline h2")).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void aDeployIsShownOnItsStepAndGoesOnLiveWhenItsEngineIsBack(Engine engine) {
    Subject subject;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.START_CONTAINERS))) {
      subject = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      watch(subject);
      engine.kill.accept(installation);
      engine.start.accept(installation);
      standsOnItsStep(subject);
    }
    goesOnLive(subject);
    customer.remove(subject);
  }

  private static String page(Subject subject) {
    return "/deployments/" + subject.id();
  }

  private Page watch(Subject subject) {
    window.open(page(subject) + "/timeline");
    assertThat(title()).hasText("Setting up: step 6 of 12");
    return window.page();
  }

  private void standsOnItsStep(Subject subject) {
    assertThat(connectionLost()).isHidden(HIDDEN_BY_THEN);
    assertThat(title()).hasText("Setting up: step 6 of 12", BY_THEN);
    assertThat(window.path()).isEqualTo(page(subject) + "/timeline");
  }

  private void goesOnLive(Subject subject) {
    assertThat(new AppPage(window).badge()).hasText("Running", WORK);
    assertThat(title()).hasText("Setting up: done");
    assertThat(window.path()).isEqualTo(page(subject) + "/timeline");
    assertThat(window.page().locator("vaadin-notification-card")).hasCount(0);
  }

  private Locator title() {
    return window.page().locator(".timeline h2");
  }

  private Locator connectionLost() {
    return window.text("Connection lost. Your apps keep running.");
  }

  private static Locator field(Page tab, String label) {
    return tab.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
  }
}
