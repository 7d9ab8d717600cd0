package io.hoster.ui.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, RFC 6238: HMAC-SHA-1, six digits, steps of 30 seconds. */
final class TotpCodes {

  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 1_000_000;

  /** A clock that is off by half a minute still signs in. */
  private static final int DRIFT_STEPS = 1;

  private TotpCodes() {}

  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /** The step that {@code code} belongs to; empty: it is wrong at this time. */
  static OptionalLong match(byte[] secret, String code, Instant now) {
    if (!code.matches("[0-9]{6}")) {
      return OptionalLong.empty();
    }
    long step = step(now);
    for (long candidate = step - DRIFT_STEPS; candidate <= step + DRIFT_STEPS; candidate++) {
      if (code(secret, candidate).equals(code)) {
        return OptionalLong.of(candidate);
      }
    }
    return OptionalLong.empty();
  }

  static String code(byte[] secret, long step) {
    byte[] mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
    return "%06d".formatted(number % DIGITS);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }
}
