package io.hoster.lab.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an HTTP server answered.
 *
 * @param closes whether the server ends the connection after it
 */
record Answer(int status, byte[] body, boolean closes) {

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean isOk() {
    return status / 100 == 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answer that
        && status == that.status
        && closes == that.closes
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * status + Arrays.hashCode(body);
  }
}
