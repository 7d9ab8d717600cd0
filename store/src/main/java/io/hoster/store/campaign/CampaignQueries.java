package io.hoster.store.campaign;

import io.hoster.store.Columns;
import io.hoster.workflows.campaign.CampaignId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads campaigns. Needs the platform's transaction: the counts are of every tenant's apps. */
@Repository
public class CampaignQueries {

  private static final String ALL =
      """
      select c.id, c.tenant_id, c.template_id, p.slug, v.version, c.canary_percent, c.max_failures, c.status, c.reason,
        c.wave, c.stop_asked_by is not null as stop_asked, c.started_by, c.started_at, c.finished_at,
        (select count(*) from campaign_target t where t.campaign_id = c.id) as apps,
        (select count(*) from campaign_target t where t.campaign_id = c.id and t.wave = 1) as canaries,
        (select count(*) from campaign_target t where t.campaign_id = c.id and t.status = 'working') as working,
        (select count(*) from campaign_target t where t.campaign_id = c.id and t.status = 'updated') as updated,
        (select count(*) from campaign_target t where t.campaign_id = c.id and t.status = 'failed') as failed,
        (select count(*) from campaign_target t where t.campaign_id = c.id and t.status = 'skipped') as skipped
      from campaign c join template p on p.id = c.template_id join template_version v on v.id = c.version_id
      """;

  private final JdbcClient jdbc;

  CampaignQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The campaigns of a template, newest first, at most {@code limit}. */
  public List<CampaignRow> ofTemplate(String templateId, int limit) {
    return jdbc.sql(ALL + " where c.template_id = ? order by c.started_at desc, c.id limit ?")
        .params(templateId, limit)
        .query((row, n) -> campaign(row))
        .list();
  }

  public Optional<CampaignRow> find(CampaignId id) {
    return jdbc.sql(ALL + " where c.id = ?")
        .param(id.value())
        .query((row, n) -> campaign(row))
        .optional();
  }

  private static CampaignRow campaign(ResultSet row) throws SQLException {
    return new CampaignRow(
        new CampaignId(row.getString("id")),
        row.getString("tenant_id"),
        row.getString("template_id"),
        row.getString("slug"),
        row.getString("version"),
        row.getInt("canary_percent"),
        row.getInt("max_failures"),
        row.getString("status"),
        row.getString("reason"),
        row.getInt("wave"),
        row.getBoolean("stop_asked"),
        row.getString("started_by"),
        Columns.instant(row, "started_at"),
        Columns.instantOrNull(row, "finished_at"),
        new CampaignRow.Counts(
            row.getInt("apps"),
            row.getInt("canaries"),
            row.getInt("working"),
            row.getInt("updated"),
            row.getInt("failed"),
            row.getInt("skipped")));
  }
}
