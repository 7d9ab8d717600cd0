package io.hoster.workflows.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which a version differs from another.
 *
 * @param name of the service, variable or volume; empty for the price
 * @param before null: it is new
 * @param after null: it is gone
 */
public record VersionChange(
    Subject subject, String name, @Nullable String before, @Nullable String after) {

  /** What changes. */
  public enum Subject {
    IMAGE,
    VARIABLE,
    VOLUME,
    PRICE;

    /** As the API writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
