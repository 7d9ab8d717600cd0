package io.hoster.ui.tenant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class PagesIT {

  private static Playwright playwright;
  private static com.microsoft.playwright.Browser chromium;

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private People people;

  @BeforeAll
  static void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // nothing is measured here
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    chromium.close();
    playwright.close();
  }

  @BeforeEach
  void meet() {
    people = new People(port, database);
  }

  private String url(String path) {
    return "http://localhost:" + port + path;
  }

  private static String sessionOf(BrowserContext context) {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPageForUsersLeadsToSignInAndBack() {
    Answer sent = people.nobody().get("/probe/private?tab=logs");
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location")).endsWith("/login?next=%2Fprobe%2Fprivate%3Ftab%3Dlogs");
  }

  @Test
  void pagesCarryTheHeadersThatProtectThem() {
    Answer page = people.somebody().with("Accept", "text/html").get("/probe/private");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Permissions-Policy")).contains("camera=()");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void aClickInAViewSignsTheBrowserInAndARestartKeepsIt() {
    try (BrowserContext context = chromium.newContext()) {
      Page page = context.newPage();
      page.navigate(url("/probe/sign-in"));
      String before = sessionOf(context);
      page.locator("#sign-up").click();
      assertThat(page.locator("#name")).hasText("Signed in as Ada");
      assertThat(sessionOf(context)).isNotEqualTo(before);
      page.locator("#ask").click();
      assertThat(page.locator("#again")).hasText("It is Ada");
      context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      page.reload();
      assertThat(page.locator("#name")).hasText("Signed in as Ada");
    }
  }

  @Test
  void thePageSessionChangesItsIdInTheAnswerThatSignsInAndNeverAgain() {
    String email = People.freshEmail();
    people.somebody(email);
    Browser browser = people.nobody().with("Accept", "text/html");
    browser.get("/probe/sign-in");
    String planted = browser.cookies().get("JSESSIONID");
    people.login(browser, email, People.PASSWORD);
    String own = browser.cookies().get("JSESSIONID");
    assertThat(own).isNotNull().isNotEqualTo(planted);
    assertThat(browser.get("/probe/private").headers("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
  }

  @Test
  void signingOutInAViewEndsTheSession() {
    try (BrowserContext context = chromium.newContext()) {
      Page page = context.newPage();
      page.navigate(url("/probe/sign-in"));
      page.locator("#sign-up").click();
      assertThat(page.locator("#name")).isVisible();
      String token =
          context.cookies().stream()
              .filter(cookie -> cookie.name.equals("hoster-test"))
              .map(cookie -> cookie.value)
              .findFirst()
              .orElseThrow();
      page.locator("#sign-out").click();
      page.waitForURL(url("/**"), new Page.WaitForURLOptions().setTimeout(10_000));
      page.waitForCondition(
          () -> context.cookies().stream().noneMatch(cookie -> cookie.name.equals("hoster-test")));
      Browser thief = people.nobody();
      thief.cookies().put("hoster-test", token);
      assertThat(thief.get("/auth/me").status()).isEqualTo(401);
    }
  }

  @Test
  void anOpenPageOfSomebodyElseEndsWhenAnotherSignsIn() {
    try (BrowserContext context = chromium.newContext()) {
      Page page = context.newPage();
      page.navigate(url("/probe/sign-in"));
      page.locator("#sign-up").click();
      assertThat(page.locator("#name")).isVisible();
      String before = sessionOf(context);
      Browser bob = people.somebody();
      context.addCookies(
          List.of(
              new Cookie("hoster-test", bob.cookies().get("hoster-test"))
                  .setUrl(url("/"))
                  .setHttpOnly(true)));
      page.locator("#ask").click();
      page.waitForCondition(() -> !sessionOf(context).equals(before));
      assertThat(page.locator("#again")).hasText("nobody clicked");
    }
  }

  @Test
  void aPageForStaffIsShownToStaffOnly() {
    try (BrowserContext context = chromium.newContext()) {
      signInAs(context, people.somebody());
      Page page = context.newPage();
      page.navigate(url("/probe/staff"));
      assertThat(page.locator("#staff")).hasCount(0);
      signInAs(context, people.staff("support"));
      page.navigate(url("/probe/staff"));
      assertThat(page.locator("#staff")).isVisible();
    }
  }

  private void signInAs(BrowserContext context, Browser browser) {
    context.addCookies(
        List.of(new Cookie("hoster-test", browser.cookies().get("hoster-test")).setUrl(url("/"))));
  }
}
