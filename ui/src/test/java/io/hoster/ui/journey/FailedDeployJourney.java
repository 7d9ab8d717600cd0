package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deploy that cannot go on says why, and what can be done does it. */
@ExtendWith(Installed.class)
class FailedDeployJourney {

  private final Installation installation;
  private final Chromium chromium;
  private final String name = "pinned-" + UUID.randomUUID().toString().substring(0, 8);

  FailedDeployJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    App.PINNED_PAGE.images().forEach(installation.world()::requireImage);
  }

  @Test
  void anotherValueLetsItGoOn() {
    try (Window window = chromium.window(Look.DESK)) {
      AppPage app = deploysWhatDoesNotExist(window);
      Subject subject = new Subject(app.id(), App.PINNED_PAGE);
      window.link("Change values").click();
      window.fill("nginx version", "1.22.1");
      window.button("Apply and redeploy").click();
      app.is("Running");
      new Truth(installation).isRunning(subject);
      assertThat(installation.rows().operations(subject.id())).isNotEmpty();
      app.choose("Stop");
      app.is("Stopped");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void rollingBackLeavesNothing() {
    try (Window window = chromium.window(Look.DESK)) {
      AppPage app = deploysWhatDoesNotExist(window);
      Subject subject = new Subject(app.id(), App.PINNED_PAGE);
      window.page().locator(".ways").getByText("Roll back…").click();
      assertThat(window.dialog()).containsText("Roll " + name + " back?");
      window.button("Roll back " + name).click();
      assertThat(window.text(name + " is gone.")).isVisible();
      Truth truth = new Truth(installation);
      truth.isGone(subject, "rolled_back");
      truth.nothingIsOrphaned();
      assertThat(window.complaints()).isEmpty();
    }
  }

  /** Ends where the reason and the choices are shown. */
  private AppPage deploysWhatDoesNotExist(Window window) {
    window.open("/signup?next=deploy%2Fpinned-page");
    new Entry(window).signUp(Person.named("Bob"));
    window.shows("Deploy Pinned page 1.0.0");
    window.fill("Name", name);
    window.fill("nginx version", "0.0.0-none");
    window.button("Deploy " + name).click();
    window.shows(name);
    AppPage app = new AppPage(window);
    app.is("Needs attention");
    assertThat(window.text(Pattern.compile("^Step 5 of 12 failed: Pull images$"))).isVisible();
    assertThat(window.page().locator(".failed-panel")).containsText("nginx:0.0.0-none");
    assertThat(window.page().locator(".ways")).containsText("Steps 1 to 4 stay done.");
    assertThat(window.page().locator(".ways")).containsText("Roll back…");
    return app;
  }
}
