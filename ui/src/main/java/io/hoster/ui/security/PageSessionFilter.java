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
 * somebody else is signed in, or nobody any more, they end and load anew. The page session's id
 * changes when somebody signs in, so that nobody can have planted it.
 */
final class PageSessionFilter extends OncePerRequestFilter {

  private static final String OWNER = PageSessionFilter.class.getName();
  private static final String NOBODY = "";

  private final CurrentActor current;

  PageSessionFilter(CurrentActor current) {
    this.current = current;
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
      Object before = session.getAttribute(OWNER);
      if (before == null || before.equals(NOBODY)) {
        if (!now.equals(NOBODY)) {
          request.changeSessionId();
        }
        session.setAttribute(OWNER, now);
      } else if (!before.equals(now)) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }

  private static String key(SignedIn signedIn) {
    return signedIn.credential() + " " + signedIn.getPrincipal().tenant();
  }
}
