package io.hoster.store.campaign;

import io.hoster.workflows.campaign.CampaignId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign and how far it is.
 *
 * @param tenant whose template it is; null: the platform's
 * @param version the one that apps are brought to
 * @param status {@code running succeeded stopped}
 * @param reason why it stopped
 * @param wave 1: the first few; 2: the rest; 0: not planned yet
 */
public record CampaignRow(
    CampaignId id,
    @Nullable String tenant,
    String templateId,
    String template,
    String version,
    int canaryPercent,
    int maxFailures,
    String status,
    @Nullable String reason,
    int wave,
    boolean stopAsked,
    String startedBy,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Counts counts) {

  /** How many apps. */
  public record Counts(int apps, int canaries, int working, int updated, int failed, int skipped) {}
}
