package io.hoster.ui.tenant;

/**
 * Somebody was signed in.
 *
 * @param token for the cookie; kept nowhere
 */
public record SignIn(String token, Me me) {

  @Override
  public String toString() {
    return "SignIn[" + me.id() + "]";
  }
}
