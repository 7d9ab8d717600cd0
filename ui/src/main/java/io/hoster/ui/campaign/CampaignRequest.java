package io.hoster.ui.campaign;

import io.hoster.ui.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the apps of a template are to be updated.
 *
 * @param canaryPercent so many go first; null: 5
 * @param maxFailures with so many it stops; null: 1
 */
record CampaignRequest(
    @Nullable String version, @Nullable Integer canaryPercent, @Nullable Integer maxFailures) {

  private static final int FIRST = 5;

  String wanted() {
    String text = version;
    if (text == null || text.isBlank()) {
      throw Problem.invalid("/version", "Say which version the apps are to run.");
    }
    return text.strip();
  }

  int canaries() {
    return canaryPercent == null ? FIRST : canaryPercent;
  }

  int failures() {
    return maxFailures == null ? 1 : maxFailures;
  }
}
