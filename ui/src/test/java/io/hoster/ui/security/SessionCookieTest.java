package io.hoster.ui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionCookieTest {

  private static WebSettings settings(String install, String url) {
    return new WebSettings(install, URI.create(url), Path.of("home"), null, null);
  }

  @Test
  void belongsToThisHostOnlyWhereThereIsTls() {
    SessionCookie cookie = new SessionCookie(settings("a1", "https://hoster.example"));
    assertThat(cookie.set("x"))
        .startsWith("__Host-hoster-a1=x; Path=/;")
        .contains("Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(cookie.clear()).startsWith("__Host-hoster-a1=;").contains("Max-Age=0");
  }

  @Test
  void readsTheCookieOfItsOwnInstallation() {
    SessionCookie cookie = new SessionCookie(settings("a1", "http://localhost:8080"));
    MockHttpServletRequest request = new MockHttpServletRequest();
    assertThat(cookie.read(request)).isEmpty();
    request.setCookies(new Cookie("hoster-b2", "other"), new Cookie("hoster-a1", "mine"));
    assertThat(cookie.read(request)).contains("mine");
  }

  @Test
  void linksBeginWithThePublicAddress() {
    assertThat(settings("a1", "https://hoster.example/").link("/verify?token=x"))
        .isEqualTo("https://hoster.example/verify?token=x");
  }

  @Test
  void refusesAnInstallationThatNoCookieCanName() {
    assertThatThrownBy(() -> settings("a;b", "https://hoster.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings("a1", "nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
