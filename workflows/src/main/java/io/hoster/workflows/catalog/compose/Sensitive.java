package io.hoster.workflows.catalog.compose;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether an environment variable holds a secret. */
final class Sensitive {

  private static final Pattern NAME =
      Pattern.compile(".*(PASSWORD|PASSWD|_PASS$|_PW$|SECRET|TOKEN|_KEY$|^KEY$|_KEY_BASE$).*");
  private static final Pattern ABOUT =
      Pattern.compile(
          ".*(_FILE|_PATH|_DIR|_URL|_URI|_HOST|_PORT|_USER|_USERNAME|_NAME|_ID|_LENGTH|_TTL|_EXPIRY|_EXPIRES"
              + "|_EXPIRATION|_EXPIRES_IN|_AGE|_DAYS|_HOURS|_MINUTES|_SECONDS|_LIFETIME|_ENABLED|_REQUIRED|_ALLOWED"
              + "|_POLICY|_TYPE|_ALGORITHM)$");
  private static final Pattern SWITCH =
      Pattern.compile("(?i)|true|false|yes|no|on|off|0|1|none|null|random|disabled?|enabled?");

  private Sensitive() {}

  static boolean isName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return NAME.matcher(upper).matches() && !ABOUT.matcher(upper).matches();
  }

  /** A value that is one secret: no switch, no path, no address, no variable. */
  static boolean isLiteral(String value) {
    return !SWITCH.matcher(value).matches()
        && value.indexOf('$') < 0
        && !value.startsWith("/")
        && !value.contains("://")
        && value.length() <= 200
        && value.indexOf('\n') < 0;
  }
}
