package io.hoster.store.campaign;

import io.hoster.store.Ids;
import io.hoster.workflows.campaign.CampaignId;
import io.hoster.workflows.catalog.TemplateVersionId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want of campaigns: that one begins, that it stops. */
@Repository
public class CampaignIntents {

  private final JdbcClient jdbc;

  CampaignIntents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a campaign is to do. */
  public record Wish(
      String templateId,
      TemplateVersionId version,
      int canaryPercent,
      int maxFailures,
      int settleSeconds) {}

  /** Begins a campaign; empty: one of this template is under way. */
  public Optional<CampaignId> begin(Wish wish, String startedBy) {
    return jdbc.sql(
            """
            insert into campaign (id, tenant_id, template_id, version_id, canary_percent, max_failures,
              settle_seconds, started_by)
            select ?, tenant_id, id, ?, ?, ?, ?, ? from template where id = ?
            on conflict do nothing returning id
            """)
        .params(Ids.fresh("cmp"), wish.version().value(), wish.canaryPercent())
        .params(wish.maxFailures(), wish.settleSeconds(), startedBy, wish.templateId())
        .query((rs, n) -> new CampaignId(rs.getString(1)))
        .optional();
  }

  /** Wants it to stop; one that is over stays as it is. */
  public void stop(CampaignId id, String askedBy) {
    jdbc.sql(
            "update campaign set stop_asked_by = ? where id = ? and status = 'running' and stop_asked_by is null")
        .params(askedBy, id.value())
        .update();
  }
}
