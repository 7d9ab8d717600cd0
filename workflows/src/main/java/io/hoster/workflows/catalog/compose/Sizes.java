package io.hoster.workflows.catalog.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes such as {@code 256m}, {@code 1.5g}, {@code 64kb}: in powers of 1,024, as Docker reads them.
 * A fraction of a byte is cut off.
 */
final class Sizes {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,20})(\\.[0-9]{1,9})? ?([kmgtp]?)i?b?", Pattern.CASE_INSENSITIVE);

  private Sizes() {}

  /** In bytes. */
  static Amount bytes(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return new Amount.Not(" is no size. Write a number with a unit, such as 256m or 1g.");
    }
    String fraction = form.group(2) == null ? "" : form.group(2);
    BigDecimal bytes =
        new BigDecimal(form.group(1) + fraction)
            .multiply(BigDecimal.valueOf(unit(form.group(3))))
            .setScale(0, RoundingMode.DOWN);
    return bytes.toBigInteger().bitLength() < Long.SIZE
        ? new Amount.Of(bytes.longValueExact())
        : new Amount.Not(" is larger than any machine. Write a smaller size.");
  }

  private static long unit(String letter) {
    return switch (letter.toLowerCase(Locale.ROOT)) {
      case "k" -> 1L << 10;
      case "m" -> 1L << 20;
      case "g" -> 1L << 30;
      case "t" -> 1L << 40;
      case "p" -> 1L << 50;
      default -> 1;
    };
  }
}
