package io.hoster.ui.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.store.campaign.CampaignRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The update of all apps of a template, as the API shows it.
 *
 * @param status {@code running stopping succeeded stopped}
 * @param wave 1: the first few; 2: the rest; 0: not planned yet
 * @param apps that it is about; the rest of the counts are of these
 */
public record CampaignJson(
    String id,
    String template,
    String version,
    int canaryPercent,
    int maxFailures,
    String status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
    int wave,
    int apps,
    int canaries,
    int working,
    int updated,
    int failed,
    int skipped,
    String startedBy,
    Instant startedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt) {

  static CampaignJson of(CampaignRow row) {
    CampaignRow.Counts counts = row.counts();
    return new CampaignJson(
        row.id().value(),
        row.template(),
        row.version(),
        row.canaryPercent(),
        row.maxFailures(),
        row.stopAsked() && row.finishedAt() == null ? "stopping" : row.status(),
        row.reason(),
        row.wave(),
        counts.apps(),
        counts.canaries(),
        counts.working(),
        counts.updated(),
        counts.failed(),
        counts.skipped(),
        row.startedBy(),
        row.startedAt(),
        row.finishedAt());
  }
}
