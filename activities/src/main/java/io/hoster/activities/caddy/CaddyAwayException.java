package io.hoster.activities.caddy;

/** Caddy gave no answer on its socket: it is not running, or too slow. Worth another try. */
public final class CaddyAwayException extends RuntimeException {

  CaddyAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
