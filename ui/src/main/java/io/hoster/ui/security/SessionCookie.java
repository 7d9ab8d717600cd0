package io.hoster.ui.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that keeps a browser signed in: {@code hoster-<install>}, with the prefix {@code
 * __Host-} where there is TLS. Not readable by scripts, not sent with foreign posts.
 */
@WebRole
@Component
public final class SessionCookie {

  /** How long a browser stays signed in. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  private final String name;
  private final boolean tls;

  SessionCookie(WebSettings settings) {
    this.tls = settings.tls();
    this.name = (tls ? "__Host-" : "") + "hoster-" + settings.install();
  }

  /** The token that the browser sent. */
  public Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /** The value of the header {@code Set-Cookie} that signs a browser in. */
  public String set(String token) {
    return cookie(token, LIFETIME);
  }

  /** The value of the header {@code Set-Cookie} that signs a browser out. */
  public String clear() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration age) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .secure(tls)
        .sameSite("Lax")
        .maxAge(age)
        .build()
        .toString();
  }
}
