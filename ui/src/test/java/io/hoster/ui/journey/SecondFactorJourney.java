package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.hoster.ui.security.TotpProbe;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code from a phone beside the password. */
@ExtendWith(Installed.class)
class SecondFactorJourney {

  private static final String CODE = "Code from your authenticator";

  private final Installation installation;
  private final Chromium chromium;
  private final Person ada = Person.named("Ada");

  SecondFactorJourney(Installation installation, Chromium chromium) {
    this.installation = installation;
    this.chromium = chromium;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
    installation.browser().register(ada);
  }

  @Test
  void isSetUpAskedForAndReplacedByARecoveryCodeOnce() {
    try (Window window = chromium.window(Look.DESK)) {
      window.open("/account/security");
      new Entry(window).signIn(ada);
      window.button("Set up two-step sign-in").click();
      String secret = window.page().locator(".panel .code").first().innerText();
      assertThat(window.link("Open in an app").getAttribute("href")).contains("secret=" + secret);
      confirm(window, "000000");
      assertThat(window.text("This code is wrong.")).isVisible();
      Instant now = Instant.now();
      confirm(window, TotpProbe.code(secret, now));
      Locator codes = window.page().locator(".recovery-codes li");
      assertThat(codes).hasCount(10);
      String recovery = codes.first().innerText();
      window.button("I have kept them").click();
      assertThat(window.text("On. 10 recovery codes are left.")).isVisible();
      window.page().reload();
      assertThat(window.text("On. 10 recovery codes are left.")).isVisible();
      assertThat(codes).hasCount(0);

      comeBack(window, TotpProbe.code(secret, now.plusSeconds(30))); // each code counts once
      assertThat(window.text("On. 10 recovery codes are left.")).isVisible();
      comeBack(window, recovery);
      assertThat(window.text("On. 9 recovery codes are left.")).isVisible();
      new Entry(window).signOut(ada);
      passwordThenCode(window, recovery);
      assertThat(window.text("This code is wrong or was used.")).isVisible();
      assertThat(window.complaints()).isEmpty();
    }
  }

  private static void confirm(Window window, String code) {
    window.fill("Code", code);
    window.button("Switch on").click();
  }

  private void comeBack(Window window, String code) {
    new Entry(window).signOut(ada);
    passwordThenCode(window, code);
  }

  private void passwordThenCode(Window window, String code) {
    window.open("/account/security");
    new Entry(window).signIn(ada);
    assertThat(window.field(CODE)).isVisible();
    window.fill(CODE, code);
    window.button("Sign in").click();
  }
}
