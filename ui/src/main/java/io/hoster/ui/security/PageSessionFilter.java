package io.hoster.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ties a browser's open pages to who is signed in. Pages keep the actor they were opened for: when
 * somebody else is signed in, or nobody any more, they end and load anew.
 */
final class PageSessionFilter extends OncePerRequestFilter {

  private static final String OWNER = PageSessionFilter.class.getName();
  private static final String NOBODY = "";

  private final CurrentActor current;

  PageSessionFilter(CurrentActor current) {
    this.current = current;
  }

  /**
   * Another id for the page session of a browser that is being signed in. It goes out with the
   * answer that signs in: later is too late, since the page that leaves still says goodbye while
   * the next one is asked for, and of two requests that both change the id one is left without.
   */
  static void changeHands(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && owner(session).equals(NOBODY)) {
      request.changeSessionId();
    }
  }

  private static String owner(HttpSession session) {
    return session.getAttribute(OWNER) instanceof String owner ? owner : NOBODY;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getSession(false) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      String now = current.signedIn().map(PageSessionFilter::key).orElse(NOBODY);
      try {
        settle(session, now);
      } catch (IllegalStateException ended) {
        // Another request of the same browser ended it just now; this one goes on without it.
      }
    }
    chain.doFilter(request, response);
  }

  private static void settle(HttpSession session, String now) {
    String before = owner(session);
    if (before.equals(NOBODY)) {
      session.setAttribute(OWNER, now);
    } else if (!before.equals(now)) {
      session.invalidate();
    }
  }

  private static String key(SignedIn signedIn) {
    return signedIn.credential() + " " + signedIn.getPrincipal().tenant();
  }
}
