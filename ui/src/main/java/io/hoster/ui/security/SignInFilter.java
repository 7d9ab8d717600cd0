package io.hoster.ui.security;

import io.hoster.ui.Problem;
import io.hoster.ui.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who is signed in, from the session cookie or, where tokens are allowed, from a bearer token.
 * A token that is no good is refused; a cookie that is no good is nobody.
 */
final class SignInFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Identities identities;
  private final SessionCookie cookie;
  private final SecurityContextHolderStrategy holder;
  private final ProblemWriter problems;
  private final boolean tokens;

  SignInFilter(
      Identities identities,
      SessionCookie cookie,
      SecurityContextHolderStrategy holder,
      ProblemWriter problems,
      boolean tokens) {
    this.identities = identities;
    this.cookie = cookie;
    this.holder = holder;
    this.problems = problems;
    this.tokens = tokens;
  }

  /** Whether the request carries a bearer token, which no browser adds by itself. */
  static boolean hasBearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!tokens || !hasBearer(request)) {
      LazyContext context = new LazyContext(() -> bySession(request));
      holder.setContext(context);
      if (!tokens && isPage(request)) {
        context.getAuthentication(); // fails here rather than in a page that is loaded already
      }
      chain.doFilter(request, response);
      return;
    }
    String token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
    Optional<SignedIn> found = identities.byToken(token, Client.of(request));
    if (found.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problems.write(
          request,
          response,
          new Problem(401, "unauthenticated", "This token is unknown, revoked or expired."));
      return;
    }
    holder.setContext(new LazyContext(found::get));
    chain.doFilter(request, response);
  }

  /** Whether a browser goes to an address, as opposed to what its page asks for. */
  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
  }

  private Authentication bySession(HttpServletRequest request) {
    return cookie
        .read(request)
        .flatMap(token -> identities.bySession(token, Client.of(request)))
        .<Authentication>map(signedIn -> signedIn)
        .orElseGet(SignInFilter::nobody);
  }

  private static Authentication nobody() {
    return new AnonymousAuthenticationToken(
        "hoster", "nobody", List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS")));
  }
}
