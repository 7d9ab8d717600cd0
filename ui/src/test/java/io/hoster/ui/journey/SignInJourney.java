package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coming in, going out, and coming back. */
@ExtendWith(Installed.class)
class SignInJourney {

  private static final Pattern SESSION = Pattern.compile("JSESSIONID=(\\w+)");

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

  /**
   * The page session that the browser asks for the next page in: it must be the one it stays in.
   */
  private static String sessionOfTheNextPage(Window window, Runnable signIn) {
    Request request = window.page().waitForRequest(each -> each.isNavigationRequest(), signIn);
    Matcher cookie = SESSION.matcher(request.allHeaders().getOrDefault("cookie", ""));
    assertThat(cookie.find()).isTrue();
    return cookie.group(1);
  }
}
