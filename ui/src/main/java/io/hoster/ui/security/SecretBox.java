package io.hoster.ui.security;

/** Encrypts small secrets under the master key. */
public interface SecretBox {

  /**
   * Seals a secret.
   *
   * @param context what it belongs to, such as {@code totp|usr_…}; it opens under the same only
   */
  byte[] seal(String context, String plain);

  /**
   * Opens what {@link #seal} gave.
   *
   * @throws IllegalArgumentException when it was sealed in another context, changed, or sealed
   *     under a key that is not there
   */
  String open(String context, byte[] sealed);
}
