package io.hoster.ui.support;

import java.util.Locale;

/** Where the page about a symptom stands. */
final class Runbooks {

  private Runbooks() {}

  /** The page about a failure's code, such as {@code IMAGE_MISSING}. */
  static String of(String code) {
    return "staff/runbooks/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
