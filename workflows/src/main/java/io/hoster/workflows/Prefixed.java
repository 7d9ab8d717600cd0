package io.hoster.workflows;

import java.util.regex.Pattern;

/** The form of every id: a prefix that names the kind, an underscore, 26 characters of base 32. */
public final class Prefixed {

  private static final Pattern TAIL = Pattern.compile("[0-9a-z]{1,40}");

  private Prefixed() {}

  /**
   * Checks that {@code value} is an id of the kind {@code prefix}.
   *
   * @return the value itself
   * @throws IllegalArgumentException when it is not
   */
  public static String require(String prefix, String value) {
    String start = prefix + "_";
    if (!value.startsWith(start) || !TAIL.matcher(value.substring(start.length())).matches()) {
      throw new IllegalArgumentException("\"" + value + "\" is no id of the kind " + prefix + "_");
    }
    return value;
  }
}
