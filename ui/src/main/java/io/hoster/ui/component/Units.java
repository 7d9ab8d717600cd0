package io.hoster.ui.component;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How amounts are written: durations, sizes, CPUs and money. */
public final class Units {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB"};

  private Units() {}

  /** "0.4 s", "41 s", "1 min 02 s", "2 h 05 min", "3 d 4 h". */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 10) {
      long tenths = Math.max(0, duration.toMillis()) / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    if (seconds < 86_400) {
      return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
    return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
  }

  /** Decimal, as in the bill: "412 MB", "2.4 GB". */
  public static String bytes(long bytes) {
    BigDecimal value = BigDecimal.valueOf(bytes);
    int unit = 0;
    while (value.abs().compareTo(THOUSAND) >= 0 && unit < SIZES.length - 1) {
      value = value.divide(THOUSAND);
      unit++;
    }
    int digits = value.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0;
    return plain(value.setScale(digits, RoundingMode.HALF_UP)) + " " + SIZES[unit];
  }

  /** 10^9 is "1 CPU". */
  public static String cpus(long nanoCpus) {
    return plain(BigDecimal.valueOf(nanoCpus, 9).setScale(2, RoundingMode.HALF_UP)) + " CPU";
  }

  /** "$9.99", "−$3.10"; other currencies with their code. */
  public static String money(long minor, String currency) {
    BigDecimal amount = BigDecimal.valueOf(Math.abs(minor), 2);
    String sign = minor < 0 ? "−" : "";
    return sign + (currency.equals("USD") ? "$" + amount : amount + " " + currency);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
