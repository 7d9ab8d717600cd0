package io.hoster.workflows;

/** The form of every id: a prefix that names the kind, an underscore, 26 characters of base 32. */
public final class Prefixed {

  private static final int LONGEST_TAIL = 40;

  private Prefixed() {}

  /**
   * Checks that {@code value} is an id of the kind {@code prefix}.
   *
   * @return the value itself
   * @throws IllegalArgumentException when it is not
   */
  public static String require(String prefix, String value) {
    if (!value.startsWith(prefix) || !isTail(value, prefix.length())) {
      throw new IllegalArgumentException("\"" + value + "\" is no id of the kind " + prefix + "_");
    }
    return value;
  }

  /** Without a pattern: a list of a hundred deployments makes some hundred ids. */
  private static boolean isTail(String value, int from) {
    int tail = value.length() - from - 1;
    if (tail < 1 || tail > LONGEST_TAIL || value.charAt(from) != '_') {
      return false;
    }
    for (int i = from + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }
}
