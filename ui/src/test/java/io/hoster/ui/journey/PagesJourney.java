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
    "marketplace, /marketplace",
    "marketplace-nothing, /marketplace?q=nothing-has-such-a-name",
    "template, /marketplace/miniflux",
    "template-missing, /marketplace/no-such-template",
    "login, /login?next=%2Ftokens",
    "signup, /signup?next=deploy%2Fstatic-site",
    "forgot, /forgot",
    "reset, /reset?token=x",
    "verify, /verify?token=x",
    "setup, /setup?token=x",
    "nothing-here, /no/such/page"
  })
  void forEverybody(String name, String path) {
    isFitToBeSeen(nobody, name, path);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "overview, /overview",
    "deployments, /deployments",
    "marketplace, /marketplace",
    "deploy, /deploy/miniflux",
    "tokens, /tokens",
    "account, /account",
    "security, /account/security"
  })
  void forANewcomer(String name, String path) {
    isFitToBeSeen(newcomer, "new-" + name, path);
  }

  /** With an app that runs, one that was stopped and one that failed. */
  @Test
  void forSomebodyWithApps() {
    Subject runs = customer.running(App.MINIFLUX);
    Subject rests = customer.stopped(App.STATIC_SITE);
    Subject failed = customer.failed();
    isFitToBeSeen(ada, "overview", "/overview");
    isFitToBeSeen(ada, "deployments", "/deployments");
    isFitToBeSeen(ada, "deployments-no-match", "/deployments?q=nothing-has-such-a-name");
    isFitToBeSeen(ada, "tokens", "/tokens");
    for (String section : List.of("overview", "timeline", "logs", "metrics", "settings")) {
      isFitToBeSeen(ada, "running-" + section, section(runs, section));
    }
    isFitToBeSeen(ada, "stopped-overview", section(rests, "overview"));
    isFitToBeSeen(ada, "stopped-settings", section(rests, "settings"));
    isFitToBeSeen(ada, "failed-overview", section(failed, "overview"));
    isFitToBeSeen(ada, "failed-timeline", section(failed, "timeline"));
    customer.remove(runs);
    customer.remove(rests);
    customer.remove(failed);
  }

  private static String section(Subject subject, String section) {
    return "/deployments/" + subject.id() + "/" + section;
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

  private static void isFitToBeSeen(Window window, String name, String path) {
    List<String> faults = new ArrayList<>();
    Page page = window.page();
    window.complaints().clear();
    page.setViewportSize(1280, 720);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    window.open(path);
    assertThat(page.locator("h1").first()).isVisible();
    assertThat(page.locator(".loading:not(.quiet):visible")).hasCount(0);
    shoot(page, name + "-light");
    examine(new AxeBuilder(page), "light", faults);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    shoot(page, name + "-dark");
    examine(new AxeBuilder(page).withRules(List.of("color-contrast")), "dark", faults);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(390, 844);
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
