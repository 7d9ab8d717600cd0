package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coming in, going out, and coming back. */
@ExtendWith(Installed.class)
class SignInJourney {

  private static final Pattern SESSION = Pattern.compile("JSESSIONID=(\\w+)");

  private static final Page.GetByRoleOptions LEVEL_ONE = new Page.GetByRoleOptions().setLevel(1);
  private static final Page.GetByRoleOptions OVERVIEW =
      new Page.GetByRoleOptions().setName("Overview").setExact(true);

  private final Installation installation;
  private final Chromium chromium;

  SignInJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
  }

  @RepeatedTest(10)
  void whoSignsUpOrInIsShownTheNextPageInOneSession() {
    Person ada = Person.named("Ada");
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/signup?next=deploy%2Fstatic-site");
      String asked = sessionOfTheNextPage(window, () -> new Entry(window).signUp(ada));
      window.shows("Deploy Static website 1.0.0");
      assertThat(window.pageSession()).isEqualTo(asked);
    }
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/tokens");
      String asked = sessionOfTheNextPage(window, () -> new Entry(window).signIn(ada));
      window.shows("API tokens");
      assertThat(window.pageSession()).isEqualTo(asked);
    }
  }

  @Test
  void aWrongPasswordCostsNothingAndTheRightOneLeadsToThePageAskedFor() {
    Person ada = signedUp();
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/deployments?q=blog");
      assertThat(window.text("Sign in to go on to your deployments.")).isVisible();
      new Entry(window).signIn(ada.with("not the password"));
      assertThat(window.text("E-mail address or password is wrong.")).isVisible();
      assertThat(window.field("E-mail")).hasValue(ada.email());
      assertThat(window.field("Password")).hasValue("");
      new Entry(window).signIn(ada);
      window.shows("Deployments");
      assertThat(window.path()).isEqualTo("/deployments?q=blog");
      new Entry(window).signOut(ada);
      window.open("/account");
      window.shows("Sign in");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void aForgottenPasswordIsReplacedByMail() {
    Person ada = signedUp();
    Person fresh = ada.with("tundra-kettle-" + ada.password());
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/login");
      window.link("Forgot your password?").click();
      window.shows("Forgot your password");
      window.fill("E-mail", ada.email());
      window.button("Send the link").click();
      assertThat(window.text("a link is on its way")).isVisible();
      window.page().navigate(installation.mails().link(ada, "/reset"));
      window.fill("New password", fresh.password());
      window.button("Set password").click();
      assertThat(window.text("Your new password is set. Sign in with it.")).isVisible();
      window.open("/login");
      new Entry(window).signIn(ada);
      assertThat(window.text("E-mail address or password is wrong.")).isVisible();
      new Entry(window).signIn(fresh);
      window.shows("Deployments");
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void aMailboxIsConfirmedByItsLink() {
    Person ada = Person.named("Ada");
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/signup");
      new Entry(window).signUp(ada);
      window.shows("Deployments");
      window.page().navigate(installation.mails().link(ada, "/verify"));
      window.button("Confirm my e-mail").click();
      assertThat(window.text("Your e-mail is confirmed.")).isVisible();
      window.open("/account");
      assertThat(window.text("Confirmed.")).isVisible();
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void aBrowserThatWasSignedOutElsewhereComesBackToTheVeryPage() {
    Person ada = signedUp();
    try (Window window = chromium.window(Look.DESK);
        Window other = chromium.window(Look.DESK)) {
      window.open("/tokens");
      new Entry(window).signIn(ada);
      window.shows("API tokens");
      other.open("/account/security");
      new Entry(other).signIn(ada);
      other.button("Sign out all others").click();
      assertThat(other.text("This browser")).isVisible();
      assertThat(other.page().locator("vaadin-button[aria-label^='Sign out ']")).hasCount(0);
      window.link("Overview").click();
      assertThat(window.text("Sign in to go on to your API tokens.")).isVisible();
      new Entry(window).signIn(ada);
      window.shows("API tokens");
      assertThat(window.path()).isEqualTo("/tokens");
    }
  }

  @Test
  void twoTabsStaySignedInWhileTheApplicationIsAway() {
    Person ada = signedUp();
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/tokens");
      new Entry(window).signIn(ada);
      window.shows("API tokens");
      Page second = window.tab("/account");
      Locator heading = second.getByRole(AriaRole.HEADING, LEVEL_ONE);
      assertThat(heading).hasText("Account");
      List.of(window.page(), second).forEach(tab -> tab.evaluate("window.isOld = true"));
      installation.killApp();
      Locator sentence = window.text("Connection lost. Your apps keep running. Reconnecting…");
      assertThat(sentence).isVisible();
      installation.startApp();
      List.of(window.page(), second).forEach(tab -> tab.waitForFunction("!window.isOld"));
      window.shows("API tokens");
      assertThat(heading).hasText("Account");
      assertThat(sentence).isHidden();
      window.link("Overview").click();
      window.shows("Overview");
      second.getByRole(AriaRole.LINK, OVERVIEW).click();
      assertThat(heading).hasText("Overview");
    }
  }

  private Person signedUp() {
    Person ada = Person.named("Ada");
    installation.browser().register(ada);
    return ada;
  }

  /**
   * The page session that the browser asks for the next page in: it must be the one it stays in.
   */
  private static String sessionOfTheNextPage(Window window, Runnable signIn) {
    Request request = window.page().waitForRequest(each -> leadsOn(window, each), signIn);
    Matcher cookie = SESSION.matcher(request.allHeaders().getOrDefault("cookie", ""));
    assertThat(cookie.find()).isTrue();
    return cookie.group(1);
  }

  /** Not where the page of the sign-in loads itself again. */
  private static boolean leadsOn(Window window, Request request) {
    return request.isNavigationRequest() && !request.url().equals(window.page().url());
  }
}
