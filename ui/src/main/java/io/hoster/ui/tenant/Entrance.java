package io.hoster.ui.tenant;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in pages ask. Every method answers with a {@link io.hoster.ui.Problem} when it is
 * refused; those that sign in set this browser's cookie, so they need a request.
 */
public interface Entrance {

  /** Makes an account with a tenant of its own and signs in. */
  void register(String name, String email, String password);

  /**
   * Signs in.
   *
   * @param code of the second factor, or a recovery code; null: not asked yet. A problem {@code
   *     totp_required} asks for it
   */
  void signIn(String email, String password, @Nullable String code);

  /** Sends a link to reset the password if there is an account; answers the same if not. */
  void forgot(String email);

  /** Sets a new password and signs out everywhere. */
  void reset(String token, String password);

  /** Confirms the address that the link was sent to. */
  void verify(String token);

  /** Makes the first administrator and signs in. */
  void setUp(String token, String name, String email, String password);
}
