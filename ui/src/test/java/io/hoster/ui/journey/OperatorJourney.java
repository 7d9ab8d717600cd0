package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a deployment does, read in Temporal's own pages, through the edge. */
@ExtendWith(Installed.class)
class OperatorJourney {

  private static final String TEMPORAL = "/ops/temporal";

  private final Installation installation;
  private final Chromium chromium;

  OperatorJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
  }

  @Test
  void aCustomerFindsNothingThereAndAStrangerSignsInFirst() {
    Person ada = Person.named("Ada");
    try (Window window = chromium.window(Look.DESK)) {
      window.open(TEMPORAL);
      assertThat(window.page()).hasURL(Pattern.compile(".*/login\\?next=.*"));
      window.open("/signup");
      new Entry(window).signUp(ada);
      assertThat(window.link("Deployments")).isVisible();
      assertThat(window.link("Workflows")).hasCount(0);
      window.open(TEMPORAL);
      assertThat(window.text("There is nothing here")).isVisible();
    }
  }

  @Test
  void anOperatorReadsWhatADeploymentIsDoing() {
    Customer customer = new Customer(installation);
    Subject app = customer.running(App.STATIC_SITE);
    Person olga = Person.named("Olga");
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/signup");
      new Entry(window).signUp(olga);
      assertThat(window.link("Deployments")).isVisible();
      installation.rows().makeStaff(olga.email(), "operator");
      window.page().reload();
      Page temporal = window.page().waitForPopup(() -> window.link("Workflows").click());
      assertThat(temporal).hasURL(Pattern.compile(".*/namespaces/hoster/workflows.*"));
      Locator row = temporal.getByText("deployment/" + app.id()).first();
      window.awaitIn(temporal, row);
      row.click();
      window.awaitIn(temporal, temporal.getByText("\"deployment\": \"" + app.id() + "\"").first());
      readsTheRun(temporal, app);
    }
    customer.remove(app);
  }

  private static void readsTheRun(Page run, Subject app) {
    assertThat(run.getByText("Step 5 of 12: Pull images").first()).isVisible();
    run.getByText("User Metadata").first().click();
    assertThat(shown(run, "summary").getByText("Deployment " + app.id())).isVisible();
    assertThat(shown(run, "current-details").getByText("At rest")).isVisible();
    run.getByText("Search Attributes").first().click();
    assertThat(run.getByText("DONE_PROVISION").first()).isVisible();
  }

  /** Temporal shows what may hold markup in a frame of its own. */
  private static FrameLocator shown(Page run, String part) {
    return run.frameLocator("#user-metadata-" + part);
  }
}
