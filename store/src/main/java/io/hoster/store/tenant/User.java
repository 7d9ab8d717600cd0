package io.hoster.store.tenant;

import io.hoster.workflows.tenant.UserId;

/**
 * A person who signs in.
 *
 * @param passwordHash in the encoder's own form; never shown
 * @param totp whether a second factor is asked for
 * @param colorScheme {@code system}, {@code light} or {@code dark}
 */
public record User(
    UserId id,
    String name,
    String email,
    boolean emailVerified,
    String passwordHash,
    boolean totp,
    String colorScheme) {

  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
