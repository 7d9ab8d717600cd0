package io.hoster.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;

/**
 * Cross-site request forgery: who is signed in by cookie repeats the cookie {@code XSRF-TOKEN} in
 * the header {@code X-XSRF-TOKEN}. A request without the session cookie, or with a bearer token,
 * cannot be forged; what signs in by itself needs JSON, which no foreign form sends.
 */
final class CookieCsrf implements CsrfTokenRequestHandler {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final Set<String> EXEMPT =
      Set.of(
          "/auth/register",
          "/auth/login",
          "/auth/forgot",
          "/auth/reset",
          "/auth/verify",
          "/auth/setup");

  private final SessionCookie cookie;

  CookieCsrf(SessionCookie cookie) {
    this.cookie = cookie;
  }

  static CookieCsrfTokenRepository repository(boolean tls) {
    CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookiePath("/");
    repository.setCookieCustomizer(c -> c.sameSite("Lax").secure(tls));
    return repository;
  }

  boolean isAskedOf(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod())
        && !SignInFilter.hasBearer(request)
        && !EXEMPT.contains(request.getServletPath())
        && cookie.read(request).isPresent();
  }

  /** Browsers get their cookie with the first answer; a program with a token needs none. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    if (!SignInFilter.hasBearer(request)) {
      token.get().getToken();
    }
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    return request.getHeader(token.getHeaderName());
  }
}
