package io.hoster.ui.security;

import java.time.Instant;

/** An authenticator app. */
public final class TotpProbe {

  private TotpProbe() {}

  public static String code(String base32, Instant now) {
    return TotpCodes.code(Base32.decode(base32), TotpCodes.step(now));
  }
}
