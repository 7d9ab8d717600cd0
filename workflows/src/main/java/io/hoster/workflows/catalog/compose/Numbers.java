package io.hoster.workflows.catalog.compose;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Whole numbers and shares of a CPU. */
final class Numbers {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern CPUS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{0,9})?|\\.[0-9]{1,9}");

  private Numbers() {}

  static Amount whole(String text) {
    return WHOLE.matcher(text).matches()
        ? new Amount.Of(Long.parseLong(text))
        : new Amount.Not(" is no whole number. Write one, such as 5.");
  }

  /** In billionths of a CPU: {@code 0.5} is 500,000,000. */
  static Amount nanoCpus(String text) {
    return CPUS.matcher(text).matches()
        ? new Amount.Of(new BigDecimal("0" + text).movePointRight(9).longValueExact())
        : new Amount.Not(" is no number of CPUs. Write one, such as 0.5.");
  }
}
