package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A compose file that somebody found becomes a template that others run. */
@ExtendWith(Installed.class)
class CreatorJourney {

  private static final Pattern EDITOR = Pattern.compile("/templates/([^/]+)/edit");
  private static final String FOUND =
      """
      services:
        web:
          image: nginx:1.22.1
          privileged: true
          environment:
            GREETING: ${GREETING}
          ports:
            - "80"
      """;

  /** What a browser does when somebody chose a file. */
  private static final String CHOOSE =
      """
      (input, text) => {
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], 'docker-compose.yml'));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
      """;

  private final Installation installation;
  private final Chromium chromium;
  private final String name = "Garden " + UUID.randomUUID().toString().substring(0, 8);

  CreatorJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    installation.world().requireImage("nginx:1.22.1");
  }

  private Window signedIn(Person person) {
    Window window = chromium.window(Look.DESK);
    window.open("/login");
    new Entry(window).signIn(person);
    window.shows("Deployments");
    return window;
  }

  @Test
  void aFoundFileIsMendedTriedPublishedAndRunBySomebodyElse() {
    Customer ada = new Customer(installation);
    Customer bob = new Customer(installation, Person.named("Bob"));
    try (Window author = signedIn(ada.person());
        Window other = signedIn(bob.person())) {
      String slug = imports(author);
      mends(author);
      tries(author);
      publishes(author, slug);
      approves(slug);
      String app = findsAndDeploys(other, slug);
      isRefusedToWithdraw(author, slug);
      assertThat(author.complaints()).isEmpty();
      assertThat(other.complaints()).isEmpty();
      bob.remove(new Subject(app, App.STATIC_SITE));
      withdraws(author, slug);
    }
  }

  private static Locator compose(Window window) {
    return window.page().locator("hoster-code textarea");
  }

  /** Returns the address that the server gave. */
  private String imports(Window window) {
    window.open("/templates");
    assertThat(window.text("Turn any compose file into a one-click app.")).isVisible();
    window.link("New template").click();
    window.shows("New template");
    compose(window).fill(FOUND);
    assertThat(window.page().locator(".findings")).containsText("1 thing to change");
    assertThat(window.page().locator(".findings")).containsText("Line 4");
    assertThat(window.page().locator(".code-marked")).hasText("4");
    window.button("Go to line 4").click();
    assertThat(compose(window)).isFocused();
    assertThat(
            window
                .page()
                .evaluate(
                    "(() => { const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd).trim(); })()"))
        .isEqualTo("privileged: true");
    window.fill("Name", name);
    window.button("Save draft").click();
    window.shows(name);
    assertThat(window.page()).hasURL(EDITOR);
    window.button("Publish…").click();
    assertThat(window.text(Pattern.compile("Publishing waits until nothing is wrong"))).isVisible();
    return window.path().replaceFirst(EDITOR.pattern(), "$1");
  }

  private void mends(Window window) {
    window.button("Apply the suggestion for line 4").click();
    assertThat(compose(window)).hasValue(FOUND.replace("    privileged: true\n", ""));
    assertThat(window.page().locator(".findings")).containsText("Nothing is wrong");
    assertThat(window.page().locator(".code-marked")).hasCount(0);
    assertThat(window.text("nginx:1.22.1")).isVisible();
    Locator asked = window.page().locator("vaadin-text-field[name=GREETING] input");
    asked.fill("Hello");
    asked.blur();
  }

  private void tries(Window window) {
    window.button("Try it").click();
    AppPage app = new AppPage(window);
    app.is("Running");
    assertThat(window.text(Pattern.compile("A trial: gone in \\d+ min"))).isVisible();
    String id = app.id();
    installation.rows().endTime(id);
    await("the trial is gone")
        .atMost(Customer.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> installation.rows().deployment(id).deleted());
  }

  private void publishes(Window window, String slug) {
    window.open("/templates/" + slug + "/edit");
    window.shows(name);
    window.button("Publish…").click();
    window.dialog().getByText("Everybody, after Hoster looked at it").click();
    window.dialog().getByText("Publish 1.0.0").click();
    assertThat(window.page().locator("vaadin-badge.state").first()).hasText("In review");
  }

  private void approves(String slug) {
    Person sam = Person.named("Sam");
    installation.browser().register(sam);
    installation.rows().makeStaff(sam.email(), "support");
    try (Window staff = signedIn(sam)) {
      staff.open("/staff/templates");
      staff.link(name).click();
      staff.shows(name);
      assertThat(staff.path()).isEqualTo("/staff/templates/" + slug);
      staff.button("Publish for everybody").click();
      staff.shows("Template reviews");
      assertThat(staff.link(name)).hasCount(0);
      assertThat(staff.complaints()).isEmpty();
    }
  }

  private String findsAndDeploys(Window window, String slug) {
    window.open("/marketplace?price=free");
    window.field("Search apps").fill(name.toLowerCase(Locale.ROOT));
    assertThat(window.text("1 app")).isVisible();
    assertThat(window.page()).hasURL(Pattern.compile("q=garden.*price=free"));
    window.link(name).click();
    window.shows(name);
    assertThat(window.text("by Ada")).isVisible();
    assertThat(window.text("0 live")).isVisible();
    window.link("Deploy " + name).click();
    window.fill("Greeting", "Hello");
    window.page().locator("vaadin-button.main-action").click();
    AppPage app = new AppPage(window);
    app.is("Running");
    String id = app.id();
    window.open("/marketplace/" + slug);
    assertThat(window.text("1 live")).isVisible();
    return id;
  }

  private void isRefusedToWithdraw(Window window, String slug) {
    window.open("/templates/" + slug + "/versions");
    window.shows(name);
    withdraw(window);
    assertThat(window.text(Pattern.compile("1 deployment of 1 other customer"))).isVisible();
    assertThat(window.page().locator("vaadin-badge.state").first()).hasText("Published");
  }

  private void withdraws(Window window, String slug) {
    window.open("/templates/" + slug + "/versions");
    withdraw(window);
    assertThat(window.page().locator("vaadin-badge.state").first()).hasText("Withdrawn");
    installation.browser().get("/api/v1/templates/" + slug).expect(404);
  }

  private static void withdraw(Window window) {
    window.button("Withdraw 1.0.0").click();
    window
        .dialog()
        .locator("vaadin-button", new Locator.LocatorOptions().setHasText("Withdraw 1.0.0"))
        .click();
  }

  /** The editor also takes a file from the disk. */
  @Test
  void aFileFromTheDiskIsReadIntoTheEditor() {
    Customer ada = new Customer(installation);
    try (Window window = signedIn(ada.person())) {
      window.open("/templates/new");
      window.shows("New template");
      Page page = window.page();
      page.locator("hoster-file input").first().evaluate(CHOOSE, FOUND);
      assertThat(compose(window)).hasValue(FOUND);
      assertThat(page.locator(".code-marked")).hasText("4");
      window.fill("Name", name);
      window.button("Save draft").click();
      window.shows(name);
      page.reload();
      assertThat(compose(window)).hasValue(FOUND);
      assertThat(window.complaints()).isEmpty();
    }
    ada.api().get("/api/v1/templates?q=" + name.replace(" ", "%20")).expect(200);
    assertThat(ada.api().post("/api/v1/templates", Map.of("name", name)).expect(422).raw())
        .contains("/compose");
  }
}
