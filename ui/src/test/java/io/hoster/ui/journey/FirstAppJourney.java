package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stranger finds an app, gets it running, uses it and removes it. */
@ExtendWith(Installed.class)
class FirstAppJourney {

  private final Installation installation;
  private final Chromium chromium;
  private final Person ada = Person.named("Ada");
  private final String name = "page-" + UUID.randomUUID().toString().substring(0, 8);

  FirstAppJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    App.STATIC_SITE.images().forEach(installation.world()::requireImage);
  }

  @Test
  void aStrangerGetsAnAppRunningAndUsesIt() {
    try (Window window = chromium.window(Look.DESK)) {
      findsTheApp(window);
      isToldWhatIsWrongWithTheForm(window);
      deploys(window);
      AppPage app = new AppPage(window);
      Subject subject = new Subject(app.id(), App.STATIC_SITE);
      seesItComeUpWithoutAReload(window, app);
      new Truth(installation).isRunning(subject);
      try (Visit visit = visits(window, app)) {
        readsWhatItWrites(window, app, visit);
        stops(app, visit);
        startsOnceWithTwoClicks(window, app, subject, visit);
        restarts(app, subject);
        deletes(window, app, subject, visit);
      }
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void aPhoneIsEnough() {
    try (Window window = chromium.window(Look.PHONE)) {
      findsTheApp(window);
      window.fill("Name", name);
      deploys(window);
      AppPage app = new AppPage(window);
      Subject subject = new Subject(app.id(), App.STATIC_SITE);
      app.is("Running");
      app.choose("Stop");
      app.is("Stopped");
      confirmsTheLoss(window, app);
      new Truth(installation).isGone(subject, "succeeded");
      assertThat(window.complaints()).isEmpty();
    }
  }

  private void findsTheApp(Window window) {
    window.open("/");
    window.shows("Marketplace");
    window.link("Static website").click();
    window.shows("Static website");
    window.button("Deploy Static website").click();
    assertThat(window.dialog()).containsText("Create a free account to deploy Static website");
    window.dialog().getByText("Sign up").click();
    assertThat(window.text("Then you go straight on to deploy Static website.")).isVisible();
    new Entry(window).signUp(ada);
    window.shows("Deploy Static website 1.0.0");
    assertThat(window.field("Name")).not().hasValue("");
  }

  private void isToldWhatIsWrongWithTheForm(Window window) {
    window.fill("Text (optional)", "Kept through it all");
    window.fill("Name", "No good name!");
    window.fill("Title", "");
    window.page().locator("vaadin-button.main-action").click();
    assertThat(window.page().locator("vaadin-text-field[invalid]")).hasCount(2);
    assertThat(window.field("Name")).hasValue("No good name!");
    assertThat(window.field("Text (optional)")).hasValue("Kept through it all");
    window.page().reload();
    assertThat(window.field("Text (optional)")).hasValue("Kept through it all");
    assertThat(window.field("Name")).hasValue("No good name!");
    window.fill("Name", name);
    window.fill("Title", "Hello from Ada");
    assertThat(window.text(Pattern.compile(name + "\\.apps\\.localhost\\S* is free"))).isVisible();
    assertThat(window.page().locator("vaadin-text-field[invalid]")).hasCount(0);
  }

  private void deploys(Window window) {
    window.button("Deploy " + name).click();
    window.shows(name);
    window.page().evaluate("document.body.dataset.since = 'the click'");
  }

  private void seesItComeUpWithoutAReload(Window window, AppPage app) {
    assertThat(window.text(Pattern.compile("^Setting up: step \\d+ of 12$"))).isVisible();
    app.is("Running");
    assertThat(window.page().locator("body[data-since]")).hasCount(1);
    assertThat(app.address()).hasAttribute("href", "http://" + name + ".apps.localhost" + port());
    app.section("Timeline");
    assertThat(window.text("Setting up: done")).isVisible();
    window.button("9 more done (show)").click();
    assertThat(window.page().locator(".step:not(.step-fold):visible")).hasCount(12);
  }

  private String port() {
    return installation.console().replace("http://localhost", "");
  }

  /** The app's own tab. */
  private record Visit(Page tab) implements AutoCloseable {

    /** Asks for {@code path} of the address, and returns the answer's status. */
    int ask(String path) {
      Response response = tab.navigate(base() + path);
      return response.status();
    }

    private String base() {
      return tab.url().replaceFirst("^(https?://[^/]+).*", "$1");
    }

    String heading() {
      return tab.getByRole(AriaRole.HEADING).first().innerText();
    }

    @Override
    public void close() {
      tab.close();
    }
  }

  private Visit visits(Window window, AppPage app) {
    Page tab = window.context().waitForPage(() -> app.address().click());
    assertThat(tab.getByRole(AriaRole.HEADING)).hasText("Hello from Ada");
    assertThat(tab.getByText("Kept through it all")).isVisible();
    return new Visit(tab);
  }

  private void readsWhatItWrites(Window window, AppPage app, Visit visit) {
    app.section("Logs");
    assertThat(window.page().locator("hoster-log")).isVisible();
    String asked = "/live-" + UUID.randomUUID();
    assertThat(visit.ask(asked)).isEqualTo(404);
    assertThat(window.page().locator("hoster-log")).containsText(asked);
  }

  private void stops(AppPage app, Visit visit) {
    app.choose("Stop");
    app.is("Stopped");
    assertThat(visit.ask("/")).isEqualTo(503);
    assertThat(visit.heading()).containsIgnoringCase("stopped");
  }

  private void startsOnceWithTwoClicks(Window window, AppPage app, Subject subject, Visit visit) {
    window.button("Start").dblclick();
    app.is("Running");
    assertThat(
            installation.rows().operations(subject.id()).stream()
                .filter(operation -> operation.kind().equals("START")))
        .hasSize(1);
    assertThat(visit.ask("/")).isEqualTo(200);
    assertThat(visit.heading()).isEqualTo("Hello from Ada");
  }

  private void restarts(AppPage app, Subject subject) {
    app.choose("Restart");
    app.is("Starting");
    app.is("Running");
    new Truth(installation).isRunning(subject);
  }

  private void deletes(Window window, AppPage app, Subject subject, Visit visit) {
    app.section("Settings");
    assertThat(window.text("Stop it first.")).isVisible();
    window.button("Stop").click();
    app.is("Stopped");
    confirmsTheLoss(window, app);
    window.open("/deployments");
    assertThat(window.text("No deployments yet.")).isVisible();
    window.open("/deployments/" + subject.id());
    window.shows("Nothing here");
    assertThat(visit.ask("/")).isEqualTo(404);
    Truth truth = new Truth(installation);
    truth.isGone(subject, "succeeded");
    truth.nothingIsOrphaned();
  }

  private void confirmsTheLoss(Window window, AppPage app) {
    app.choose("Delete…");
    String verb = "Delete " + name + " and its data";
    window.field("Type " + name + " to go on").fill("page");
    assertThat(window.button(verb)).isDisabled();
    window.field("Type " + name + " to go on").fill(name);
    window.button(verb).click();
    assertThat(window.text(name + " is gone.")).isVisible();
  }
}
