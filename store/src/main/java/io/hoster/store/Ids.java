package io.hoster.store;

import java.security.SecureRandom;
import java.time.Clock;

/** Makes ids: a prefix and 26 characters that sort by time and cannot be guessed. */
public final class Ids {

  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A fresh id of the kind {@code prefix}, such as {@code dep_01k…}. */
  public static String fresh(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('_');
    long millis = Clock.systemUTC().millis();
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(DIGITS[(int) (millis >>> shift) & 31]);
    }
    for (int i = 0; i < 16; i++) {
      id.append(DIGITS[RANDOM.nextInt(32)]);
    }
    return id.toString();
  }
}
