package io.hoster.ui.api;

import io.hoster.ui.Problem;
import org.jspecify.annotations.Nullable;

/** How many rows of a list are asked for. */
public final class Limit {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private Limit() {}

  /** {@code limit}, or 50; throws 422 outside 1 to 200. */
  public static int of(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.invalid("/limit", "The limit must be from 1 to 200.");
    }
    return limit;
  }
}
