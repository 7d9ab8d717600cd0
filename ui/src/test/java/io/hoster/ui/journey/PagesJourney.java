package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, light and dark, wide and narrow: axe finds nothing serious, the browser's console is
 * silent, nothing scrolls sideways. How each looked is kept in {@code target/journey/screens}.
 */
@ExtendWith(Installed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesJourney {

  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final Path SCREENS = Path.of("target", "journey", "screens");
  private static final int NARROWEST = 360;

  private final Installation installation;
  private final Chromium chromium;
  private Customer customer;
  private Window nobody;
  private Window newcomer;
  private Window ada;

  PagesJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeAll
  void open() {
    installation.startWhatIsDown();
    nobody = chromium.examined();
    Person nia = Person.named("Nia");
    installation.browser().register(nia);
    newcomer = signedIn(nia);
    Person person = Person.named("Ada");
    customer = new Customer(installation, person);
    Map<String, ?> token = Map.of("name", "nightly backup", "scopes", List.of("read"));
    customer.api().post("/api/v1/tokens", token).expect(201);
    ada = signedIn(person);
  }

  private Window signedIn(Person person) {
    Window window = chromium.examined();
    window.open("/login");
    new Entry(window).signIn(person);
    window.shows("Deployments");
    return window;
  }

  @AfterAll
  void close() {
    ada.close();
    newcomer.close();
    nobody.close();
  }

  /** The reference of the API is not among them: its page is Swagger UI's own. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "marketplace, /marketplace, Marketplace",
    "marketplace-nothing, /marketplace?q=nothing-has-such-a-name, Marketplace",
    "template, /marketplace/miniflux, Miniflux",
    "template-missing, /marketplace/no-such-template, Nothing here",
    "login, /login?next=%2Ftokens, Sign in",
    "signup, /signup?next=deploy%2Fstatic-site, Create your account",
    "forgot, /forgot, Forgot your password",
    "reset, /reset?token=x, Set a new password",
    "verify, /verify?token=x, Confirm your e-mail",
    "invite, /invite?token=x, You are invited",
    "setup, /setup?token=x, Welcome to Hoster"
  })
  void forEverybody(String name, String path, String heading) {
    isFitToBeSeen(nobody, name, path, heading);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "overview, /overview, Overview",
    "deployments, /deployments, Deployments",
    "marketplace, /marketplace, Marketplace",
    "deploy, /deploy/miniflux, Deploy Miniflux 1.0.1",
    "templates, /templates, My templates",
    "template-new, /templates/new, New template",
    "tokens, /tokens, API tokens",
    "activity, /activity, Activity",
    "team, /team, Team",
    "account, /account, Account",
    "security, /account/security, Account",
    "nothing-here, /no/such/page, Nothing here"
  })
  void forANewcomer(String name, String path, String heading) {
    isFitToBeSeen(newcomer, "new-" + name, path, heading);
  }

  /** With one app that waits for a decision. */
  @Test
  void forStaff() {
    Person root = Person.named("Root");
    installation.browser().register(root);
    installation.rows().makeStaff(root.email(), "admin");
    Customer other = new Customer(installation);
    Subject failed = other.failed();
    String operation = installation.rows().operations(failed.id()).getFirst().id();
    try (Window staff = signedIn(root)) {
      isFitToBeSeen(staff, "staff-inbox", "/staff/inbox", "Inbox");
      isFitToBeSeen(staff, "staff-inbox-none", "/staff/inbox?tenant=nobody", "Inbox");
      isFitToBeSeen(staff, "staff-operations", "/staff/operations", "Operations");
      isFitToBeSeen(
          staff,
          "staff-operation",
          "/staff/operations/" + operation,
          "Setting up: Pull images, step 5 of 12 · " + other.nameOf(failed));
      isFitToBeSeen(staff, "staff-drift", "/staff/drift", "Drift");
      isFitToBeSeen(staff, "staff-nodes", "/staff/nodes", "Nodes");
      isFitToBeSeen(staff, "staff-node", "/staff/nodes/nod_local", "local");
      isFitToBeSeen(staff, "staff-tenants", "/staff/tenants", "Tenants");
      isFitToBeSeen(staff, "staff-tenant", "/staff/tenants/" + other.tenant(), "Ada");
      isFitToBeSeen(staff, "staff-people", "/staff/people", "People");
      isFitToBeSeen(staff, "staff-audit", "/staff/audit", "Audit");
      isFitToBeSeen(staff, "staff-runbooks", "/staff/runbooks/index", "Runbooks");
      isFitToBeSeen(
          staff, "staff-runbook", "/staff/runbooks/image-missing", "The image is missing");
    }
    other.remove(failed);
  }

  /** With a template that is published, one in review and a draft with findings. */
  @Test
  void forAnAuthorAndWhoReviews() {
    String published = template("Garden", "");
    publish(published, "private");
    String waiting = template("Orchard", "");
    publish(waiting, "public");
    String draft = template("Meadow", "    privileged: true\n    command: ${WORD}\n");
    isFitToBeSeen(ada, "templates", "/templates", "My templates");
    isFitToBeSeen(ada, "template-edit", "/templates/" + published + "/edit", "Garden");
    isFitToBeSeen(ada, "template-findings", "/templates/" + draft + "/edit", "Meadow");
    isFitToBeSeen(ada, "template-versions", "/templates/" + waiting + "/versions", "Orchard");
    isFitToBeSeen(ada, "template-own", "/marketplace/" + published, "Garden");
    Person sam = Person.named("Sam");
    installation.browser().register(sam);
    installation.rows().makeStaff(sam.email(), "support");
    try (Window staff = signedIn(sam)) {
      isFitToBeSeen(staff, "staff-reviews", "/staff/templates", "Template reviews");
      isFitToBeSeen(staff, "staff-review", "/staff/templates/" + waiting, "Orchard");
    }
  }

  private String template(String name, String more) {
    return customer
        .api()
        .post(
            "/api/v1/templates",
            Map.of(
                "name",
                name,
                "kind",
                "web",
                "description",
                "# What it is\n\nA page of **plants**, kept by hand.",
                "compose",
                "services:\n  web:\n    image: nginx:1.22.1\n    ports: ['80']\n    environment:\n      T: ${TITLE}\n"
                    + more,
                "variables",
                List.of(Map.of("name", "TITLE", "default", "Plants", "label", "Title")),
                "changelog",
                "The first one.",
                "keep_findings",
                true))
        .expect(201)
        .text("slug");
  }

  private void publish(String slug, String visibility) {
    String path = "/api/v1/templates/" + slug + "/publish";
    customer.api().post(path, Map.of("visibility", visibility)).expect(200);
  }

  /** With an app that runs, one that was stopped and one that failed. */
  @Test
  void forSomebodyWithApps() {
    Subject runs = customer.running(App.MINIFLUX);
    Subject rests = customer.stopped(App.STATIC_SITE);
    Subject failed = customer.failed();
    isFitToBeSeen(ada, "overview", "/overview", "Overview");
    isFitToBeSeen(ada, "deployments", "/deployments", "Deployments");
    isFitToBeSeen(ada, "deployments-no-match", "/deployments?q=no-such-name", "Deployments");
    isFitToBeSeen(ada, "tokens", "/tokens", "API tokens");
    sections("running", runs, "overview", "timeline", "logs", "metrics", "settings");
    sections("stopped", rests, "overview", "settings");
    sections("failed", failed, "overview", "timeline");
    customer.remove(runs);
    customer.remove(rests);
    customer.remove(failed);
  }

  private void sections(String state, Subject subject, String... sections) {
    String name = installation.rows().deployment(subject.id()).host().replaceFirst("\\..*", "");
    for (String section : sections) {
      String path = "/deployments/" + subject.id() + "/" + section;
      isFitToBeSeen(ada, state + "-" + section, path, name);
    }
  }

  /** A network that changes ends what is being loaded; an engine that makes one is enough. */
  @ParameterizedTest
  @CsvSource({"**/VAADIN/build/indexhtml-*.js", "**/VAADIN/build/vaadin-email-field-*.js"})
  void aPageThatLostAScriptLoadsItselfAgain(String script) {
    try (Window window = chromium.window(Look.DESK)) {
      window
          .page()
          .route(
              script,
              route -> route.abort("connectionaborted"),
              new Page.RouteOptions().setTimes(1));
      window.open("/login");
      assertThat(window.field("E-mail")).isEditable();
    }
  }

  private static void isFitToBeSeen(Window window, String name, String path, String heading) {
    List<String> faults = new ArrayList<>();
    Page page = window.page();
    window.complaints().clear();
    page.setViewportSize(1280, 720);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    open(window, path, heading);
    shoot(page, name + "-light");
    examine(new AxeBuilder(page), "light", faults);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    shoot(page, name + "-dark");
    examine(new AxeBuilder(page).withRules(List.of("color-contrast")), "dark", faults);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(390, 844);
    open(window, path, heading);
    shoot(page, name + "-phone");
    page.setViewportSize(NARROWEST, 740);
    assertThat(page.locator("html")).hasJSProperty("clientWidth", NARROWEST);
    Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if ((int) over > 0) {
      faults.add("scrolls sideways by " + over + " px");
    }
    window.complaints().stream()
        .filter(complaint -> !complaint.contains("status of 404")) // the missing page itself
        .forEach(complaint -> faults.add("console: " + complaint));
    assertThat(faults).isEmpty();
  }

  private static void open(Window window, String path, String heading) {
    window.open(path);
    window.shows(heading);
    assertThat(window.page().locator(".loading:not(.quiet):visible")).hasCount(0);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
  }

  private static void examine(AxeBuilder axe, String scheme, List<String> faults) {
    for (Rule rule : axe.analyze().getViolations()) {
      if (GRAVE.contains(rule.getImpact())) {
        faults.add(
            scheme
                + " "
                + rule.getId()
                + " "
                + rule.getNodes().getFirst().getTarget()
                + " "
                + rule.getNodes().getFirst().getFailureSummary());
      }
    }
  }
}
