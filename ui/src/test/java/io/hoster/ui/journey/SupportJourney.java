package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.hoster.workflows.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Support finishes what customers' operations could not. */
@ExtendWith(Installed.class)
class SupportJourney {

  private final Installation installation;
  private final Chromium chromium;
  private final String missing = "0.0.0-" + UUID.randomUUID().toString().substring(0, 8);

  SupportJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
  }

  /** Signs somebody of the staff up and opens their inbox. */
  private Window staff(String role) {
    Person sam = Person.named("Sam");
    Window window = chromium.window(Look.DESK);
    window.open("/signup");
    new Entry(window).signUp(sam);
    assertThat(window.link("Deployments")).isVisible();
    installation.rows().makeStaff(sam.email(), role);
    window.open("/staff/inbox");
    window.shows("Inbox");
    return window;
  }

  private static Locator row(Window window, Subject subject, Customer customer) {
    return window.page().locator("vaadin-grid-cell-content", has(customer.nameOf(subject))).first();
  }

  private static Page.LocatorOptions has(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  @Test
  void theImageIsSuppliedAndTheSetUpGoesOnFromItsFailingStep() {
    Customer customer = new Customer(installation);
    Subject app = customer.failed(missing);
    Mails mails = installation.mails();
    mails.arrives(customer.person(), customer.nameOf(app) + " needs attention");
    int limits = attempts(app, Step.CHECK_LIMITS);
    try (Window window = staff("support");
        World.Tag _ = installation.world().tag("nginx:1.22.1", "nginx:" + missing)) {
      assertThat(row(window, app, customer)).isVisible();
      assertThat(window.text(Pattern.compile("Setting up: Pull images, step 5 of 12"))).isVisible();
      window.link(customer.nameOf(app)).click();
      Locator panel = window.page().locator(".failed-panel");
      assertThat(panel).containsText("IMAGE_MISSING");
      assertThat(panel).containsText("EngineException: The image nginx:" + missing);
      assertThat(panel).containsText("Tries again from step 5. Steps 1 to 4 stay done.");
      assertThat(panel).containsText(Pattern.compile("Frees port \\d+\\. The app is gone"));
      window.button("Retry").click();
      assertThat(window.page().locator(".title-row vaadin-badge")).hasText("Done");
      new Truth(installation).isRunning(app);
      assertThat(attempts(app, Step.CHECK_LIMITS)).isEqualTo(limits);
      window.open("/staff/inbox");
      assertThat(row(window, app, customer)).hasCount(0);
      assertThat(window.complaints()).isEmpty();
    }
    mails.arrives(customer.person(), "Over: " + customer.nameOf(app));
    customer.remove(app);
  }

  private int attempts(Subject app, Step step) {
    String operation = installation.rows().operations(app.id()).getLast().id();
    return installation.rows().steps(operation).stream()
        .filter(row -> row.name().equals(step.name()))
        .mapToInt(Rows.Step::attempts)
        .sum();
  }

  @Test
  void fiveAreTriedAgainAtOnceAndOneIsRolledBack() {
    Customer customer = new Customer(installation);
    List<Subject> apps = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      apps.add(customer.failed(missing));
    }
    Subject given = apps.removeLast();
    try (Window window = staff("support");
        World.Tag _ = installation.world().tag("nginx:1.22.1", "nginx:" + missing)) {
      apps.forEach(app -> select(window, customer.nameOf(app)));
      window.button("Retry 5").click();
      assertThat(window.text("5 decisions were taken.")).isVisible();
      apps.forEach(app -> {
        customer.awaitRest(app);
        new Truth(installation).isRunning(app);
      });
      window.open("/staff/inbox");
      window.link(customer.nameOf(given)).click();
      window.button("Roll back").click();
      assertThat(window.dialog()).containsText("The app is gone after that.");
      inDialog(window, "Roll back").click();
      assertThat(window.page().locator(".title-row vaadin-badge")).hasText("Rolled back");
      new Truth(installation).isGone(given, "rolled_back");
      assertThat(window.complaints()).isEmpty();
    }
    apps.forEach(customer::remove);
    new Truth(installation).nothingIsOrphaned();
  }

  private static Locator inDialog(Window window, String verb) {
    return window
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(verb).setExact(true));
  }

  private static void select(Window window, String name) {
    assertThat(window.link(name)).isVisible();
    Locator cell = window.page().locator("vaadin-grid-cell-content", has(name)).first();
    String slot = cell.getAttribute("slot");
    window
        .page()
        .locator("vaadin-grid")
        .evaluate(
            """
            (grid, slot) => {
              const cell = grid.shadowRoot.querySelector(`slot[name="${slot}"]`);
              const box = cell.closest('tr').querySelector('td slot');
              box.assignedElements()[0].querySelector('vaadin-checkbox').click();
            }
            """,
            slot);
  }

  @Test
  void aStepThatAllowsItIsSkipped() {
    Customer customer = new Customer(installation);
    Subject app;
    try (Hold hold = installation.hold(Boundary.before(Act.DEPLOY, Step.CHECK_LIMITS))) {
      app = customer.deploy(App.STATIC_SITE);
      hold.awaitReached();
      installation.rows().setPlan(customer.tenant(), installation.rows().planWithoutApps());
    }
    customer.awaitRest(app);
    try (Window window = staff("support")) {
      window.link(customer.nameOf(app)).click();
      Locator panel = window.page().locator(".failed-panel");
      assertThat(panel).containsText("PLAN_LIMIT");
      assertThat(panel).containsText("The app is set up although the plan's limit is reached.");
      window.button("Skip this step").click();
      window.dialog().getByLabel("Reason").fill("Sold by phone.");
      inDialog(window, "Skip it").click();
      assertThat(window.page().locator(".title-row vaadin-badge")).hasText("Done");
      assertThat(window.page().locator(".timeline")).containsText("skipped by Sam (Hoster)");
      assertThat(window.complaints()).isEmpty();
    }
    new Truth(installation).isRunning(app);
    customer.remove(app);
  }

  @Test
  void anOperatorFollowsTheLinkIntoTheRunItself() {
    Customer customer = new Customer(installation);
    Subject app = customer.failed(missing);
    try (Window window = staff("operator")) {
      window.open("/staff/operations?state=waiting_for_person");
      window.shows("Operations");
      window.link(customer.nameOf(app)).click();
      assertThat(window.page().locator("h1")).containsText(customer.nameOf(app));
      Page run = window.page().waitForPopup(() -> window.link("Open the run").click());
      window.awaitIn(run, run.getByText("\"deployment\": \"" + app.id() + "\"").first());
      assertThat(run.getByText("Step 5 of 12: Pull images").first()).isVisible();
    }
    customer.delete(app);
    customer.awaitRest(app);
  }

  @Test
  void aTenantIsSuspendedAndIsAfterwardsAsItWas() {
    Customer customer = new Customer(installation);
    Subject runs = customer.running(App.MINIFLUX);
    Subject rests = customer.stopped(App.STATIC_SITE);
    Truth truth = new Truth(installation);
    try (Window window = staff("support")) {
      window.open("/staff/tenants/" + customer.tenant());
      window.button("Suspend…").click();
      assertThat(window.dialog()).containsText("1 running app is stopped.");
      window.dialog().getByLabel("Reason").fill("Unpaid since 1 December.");
      inDialog(window, "Suspend Ada").click();
      assertThat(window.page().locator(".row vaadin-badge").first()).hasText("Suspended", SLOW);
      assertThat(window.page().locator(".row vaadin-badge").last()).hasText("Suspended", SLOW);
      truth.isSuspended(runs);
      assertThat(customer.refusal(App.STATIC_SITE)).contains("Unpaid since 1 December.");
      window.button("Resume").click();
      assertThat(window.page().locator(".row vaadin-badge", has("Running"))).hasCount(1, COUNT);
      assertThat(window.page().locator(".row vaadin-badge", has("Stopped"))).hasCount(1, COUNT);
      assertThat(window.complaints()).isEmpty();
    }
    truth.isRunning(runs);
    truth.isStopped(rests);
    customer.remove(runs);
    customer.remove(rests);
  }

  private static final LocatorAssertions.HasTextOptions SLOW =
      new LocatorAssertions.HasTextOptions().setTimeout(Customer.PATIENCE.toMillis());
  private static final LocatorAssertions.HasCountOptions COUNT =
      new LocatorAssertions.HasCountOptions().setTimeout(Customer.PATIENCE.toMillis());

  @Test
  void aCustomerFindsNoneOfIt() {
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/signup");
      new Entry(window).signUp(Person.named("Eve"));
      assertThat(window.link("Deployments")).isVisible();
      assertThat(window.link("Inbox")).hasCount(0);
      for (String path :
          List.of("inbox", "operations", "drift", "tenants", "operations/opr_1", "tenants/ten_1")) {
        window.open("/staff/" + path);
        assertThat(window.text("There is nothing here")).isVisible();
      }
    }
  }
}
