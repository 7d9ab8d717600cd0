package io.hoster.workflows.catalog.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 1m30s}, {@code 1.5s}, {@code 300ms}: numbers that each have a unit. */
final class Durations {

  private static final Pattern FORM =
      Pattern.compile("(?:[0-9]{1,18}(?:\\.[0-9]{1,9})?(?:h|ms|m|s|us|µs|ns)){1,8}");
  private static final Pattern PART =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)(h|ms|m|s|us|µs|ns)");

  private Durations() {}

  /** In nanoseconds; a fraction of one is cut off. */
  static Amount nanos(String text) {
    if (text.equals("0")) {
      return new Amount.Of(0);
    }
    if (!FORM.matcher(text).matches()) {
      return new Amount.Not(" is no duration. Write numbers with units, such as 30s or 1m30s.");
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      nanos =
          nanos.add(
              new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
    }
    nanos = nanos.setScale(0, RoundingMode.DOWN);
    return nanos.toBigInteger().bitLength() < Long.SIZE
        ? new Amount.Of(nanos.longValueExact())
        : new Amount.Not(" is longer than 292 years. Write a shorter duration.");
  }

  private static long unit(String name) {
    return switch (name) {
      case "h" -> 3_600_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "ns" -> 1;
      default -> 1_000L;
    };
  }
}
