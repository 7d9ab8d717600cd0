package io.hoster.ui.security;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Signs the browser behind an answer in or out. From a view this works in the thread of a click,
 * whose answer is an ordinary one ({@code VaadinService.getCurrentResponse()}); not from {@code
 * UI.access} in another thread. Load the next page anew ({@code UI.getPage().setLocation}).
 */
@WebRole
@Component
public final class SignInCookies {

  private final SessionCookie cookie;

  SignInCookies(SessionCookie cookie) {
    this.cookie = cookie;
  }

  /** Also gives the page session another id, so that nobody can have planted the one it has. */
  public void signIn(HttpServletRequest request, HttpServletResponse response, String token) {
    PageSessionFilter.changeHands(request);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.set(token));
  }

  public void signOut(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.clear());
  }

  /**
   * Signs a view's browser in.
   *
   * @throws IllegalStateException outside the thread of a request
   */
  public void signIn(String token) {
    HttpServletResponse response = currentResponse();
    signIn(VaadinServletRequest.getCurrent().getHttpServletRequest(), response, token);
  }

  /**
   * Signs a view's browser out.
   *
   * @throws IllegalStateException outside the thread of a request
   */
  public void signOut() {
    signOut(currentResponse());
  }

  private static HttpServletResponse currentResponse() {
    if (VaadinResponse.getCurrent() instanceof HttpServletResponse response
        && !response.isCommitted()) {
      return response;
    }
    throw new IllegalStateException("no answer to set a cookie on; call this in a click's thread");
  }
}
