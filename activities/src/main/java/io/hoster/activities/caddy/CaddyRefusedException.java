package io.hoster.activities.caddy;

/** Caddy answered with an error; it goes on with the configuration it had. */
public final class CaddyRefusedException extends RuntimeException {

  CaddyRefusedException(String message) {
    super(message);
  }
}
