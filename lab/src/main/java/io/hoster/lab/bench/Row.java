package io.hoster.lab.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the result.
 *
 * @param what is measured
 * @param goal as a person reads it; empty for a figure that is only compared with
 * @param met null: there is no goal
 */
record Row(
    String what, String goal, String figure, String spread, int runs, @Nullable Boolean met) {

  /** A figure to compare others with. */
  static Row plain(String what, String unit, Figures figures) {
    return new Row(
        what, "", text(figures.median(), unit), spread(figures, unit), figures.count(), null);
  }

  /** A median that must not exceed {@code limit}. */
  static Row atMost(String what, double limit, String unit, Figures figures) {
    return judged(what, "≤ " + text(limit, unit), unit, figures, figures.median() <= limit);
  }

  /** A median that must reach {@code limit}. */
  static Row atLeast(String what, double limit, String unit, Figures figures) {
    return judged(what, "≥ " + text(limit, unit), unit, figures, figures.median() >= limit);
  }

  /** A value that so many percent of all must not exceed. */
  static Row percentileAtMost(
      String what, double percent, double limit, String unit, Figures figures) {
    double value = figures.percentile(percent);
    return new Row(
        what,
        "p%.0f ≤ %s".formatted(percent, text(limit, unit)),
        text(value, unit),
        "median " + text(figures.median(), unit) + ", " + spread(figures, unit),
        figures.count(),
        value <= limit);
  }

  /** Something that must not happen. */
  static Row none(String what, long count, int runs) {
    return new Row(what, "0", Long.toString(count), "", runs, count == 0);
  }

  private static Row judged(String what, String goal, String unit, Figures figures, boolean isMet) {
    return new Row(
        what, goal, text(figures.median(), unit), spread(figures, unit), figures.count(), isMet);
  }

  private static String spread(Figures figures, String unit) {
    return text(figures.smallest(), unit) + " – " + text(figures.largest(), unit);
  }

  /** Ratios ({@code ×}) and small values need decimals, others do not. */
  static String text(double value, String unit) {
    String number = String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.2f" : "%.0f", value);
    return unit.isEmpty() ? number : number + " " + unit;
  }

  String verdict() {
    if (met == null) {
      return "";
    }
    return met ? "met" : "missed";
  }

  @Override
  public String toString() {
    return "| %s | %s | %s | %s | %d | %s |".formatted(what, goal, figure, spread, runs, verdict());
  }
}
