package io.hoster.store.campaign;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.campaign.CampaignId;
import io.hoster.workflows.campaign.CampaignRule.Standing;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How campaigns get on. Needs the platform's transaction: a campaign spans tenants. */
@Repository
@WorkerOnly
public class CampaignStore {

  private final JdbcClient jdbc;

  CampaignStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A campaign that is not over.
   *
   * @param planned whether its apps are written down
   */
  public record Open(
      CampaignId id,
      @Nullable TenantId tenant,
      String templateId,
      TemplateVersionId version,
      int canaryPercent,
      boolean planned) {}

  /** An app that is to be updated. */
  public record Target(TenantId tenant, DeploymentId deployment) {}

  /** Campaigns that should have a workflow. */
  public List<CampaignId> running() {
    return jdbc.sql("select id from campaign where status = 'running' order by id")
        .query((rs, n) -> new CampaignId(rs.getString(1)))
        .list();
  }

  /** The campaign, locked until the transaction ends; empty: it is over. */
  public Optional<Open> lock(CampaignId id) {
    return jdbc.sql(
            """
            select id, tenant_id, template_id, version_id, canary_percent, wave is not null as planned from campaign
            where id = ? and status = 'running' for update
            """)
        .param(id.value())
        .query((rs, n) ->
            new Open(
                new CampaignId(rs.getString("id")),
                rs.getString("tenant_id") == null ? null : new TenantId(rs.getString("tenant_id")),
                rs.getString("template_id"),
                new TemplateVersionId(rs.getString("version_id")),
                rs.getInt("canary_percent"),
                rs.getBoolean("planned")))
        .optional();
  }

  /** The apps of the template that run another version, in an order that is no tenant's. */
  public List<Target> outdated(Open campaign) {
    return jdbc.sql(
            """
            select d.tenant_id, d.id from deployment d
            join deployment_revision r on r.deployment_id = d.id and r.tenant_id = d.tenant_id
              and r.revision = d.applied_revision
            join template t on t.id = d.template_id join template_version wanted on wanted.id = :version
            where d.template_id = :template and d.deleted_at is null and d.status = 'running'
              and (t.tenant_id is null or t.tenant_id = d.tenant_id or wanted.approved_at is not null)
              and d.expires_at is null
              and r.template_version_id <> :version
            order by md5(d.id || :id)
            """)
        .param("template", campaign.templateId())
        .param("version", campaign.version().value())
        .param("id", campaign.id().value())
        .query(
            (rs, n) -> new Target(new TenantId(rs.getString(1)), new DeploymentId(rs.getString(2))))
        .list();
  }

  /** Writes down which apps it is about, the first {@code canaries} as the first wave. */
  public void plan(CampaignId id, List<Target> targets, int canaries) {
    int position = 0;
    for (Target target : targets) {
      jdbc.sql(
              """
              insert into campaign_target (campaign_id, tenant_id, deployment_id, wave) values (?, ?, ?, ?)
              on conflict do nothing
              """)
          .params(id.value(), target.tenant().value(), target.deployment().value())
          .param(position++ < canaries ? 1 : 2)
          .update();
    }
    jdbc.sql("update campaign set wave = 1 where id = ?").param(id.value()).update();
  }

  /** Reads from the operations how the apps at work got on. */
  public void followOperations(CampaignId id) {
    jdbc.sql(
            """
            update campaign_target t set changed_at = now(),
              status = case when c.outcome = 'cancelled' then 'skipped'
                when o.status = 'succeeded' then 'updated' else 'failed' end,
              message = case when c.outcome = 'cancelled' then c.reason
                when o.status = 'waiting_for_person' then o.failure ->> 'message' else o.taken_back end
            from command c left join operation o on o.id = c.operation_id
            where t.campaign_id = ? and t.status = 'working' and c.id = t.command_id
              and (c.outcome = 'cancelled' or o.status in ('succeeded', 'rolled_back', 'cancelled', 'waiting_for_person'))
            """)
        .param(id.value())
        .update();
  }

  /** Where it is, for {@link io.hoster.workflows.campaign.CampaignRule}. */
  public Standing standing(CampaignId id) {
    jdbc.sql(
            """
            update campaign set wave_ended_at = now() where id = :id and wave_ended_at is null
              and not exists (select 1 from campaign_target t where t.campaign_id = :id
                and t.wave <= campaign.wave and t.status in ('waiting', 'working'))
            """)
        .param("id", id.value())
        .update();
    return jdbc.sql(
            """
            select count(*) filter (where t.status = 'waiting' and t.wave <= c.wave) as waiting,
              count(*) filter (where t.status = 'working') as working,
              count(*) filter (where t.status = 'failed') as failed,
              count(*) filter (where t.status = 'waiting' and t.wave > c.wave) as later,
              c.max_failures, c.stop_asked_by is not null as stop_asked,
              coalesce(c.wave_ended_at + make_interval(secs => c.settle_seconds) <= now(), false) as settled
            from campaign c left join campaign_target t on t.campaign_id = c.id
            where c.id = ? group by c.id
            """)
        .param(id.value())
        .query((rs, n) ->
            new Standing(
                rs.getInt("waiting"),
                rs.getInt("working"),
                rs.getInt("failed"),
                rs.getInt("later"),
                rs.getInt("max_failures"),
                rs.getBoolean("settled"),
                rs.getBoolean("stop_asked")))
        .single();
  }

  /** The next apps of the wave. */
  public List<Target> next(CampaignId id, int limit) {
    return jdbc.sql(
            """
            select t.tenant_id, t.deployment_id from campaign_target t join campaign c on c.id = t.campaign_id
            where t.campaign_id = ? and t.status = 'waiting' and t.wave <= c.wave
            order by t.wave, md5(t.deployment_id || t.campaign_id) limit ?
            """)
        .params(id.value(), limit)
        .query(
            (rs, n) -> new Target(new TenantId(rs.getString(1)), new DeploymentId(rs.getString(2))))
        .list();
  }

  public void began(CampaignId id, DeploymentId deployment, CommandId command) {
    jdbc.sql(
            """
            update campaign_target set status = 'working', command_id = ?, changed_at = now()
            where campaign_id = ? and deployment_id = ? and status = 'waiting'
            """)
        .params(command.value(), id.value(), deployment.value())
        .update();
  }

  /** The app is passed over, for {@code why}; another one takes its place in its wave. */
  public void skip(CampaignId id, DeploymentId deployment, String why) {
    jdbc.sql(
            """
            update campaign_target set status = 'skipped', message = ?, changed_at = now()
            where campaign_id = ? and deployment_id = ? and status = 'waiting'
            """)
        .params(why, id.value(), deployment.value())
        .update();
    jdbc.sql(
            """
            update campaign_target set wave = (select c.wave from campaign c where c.id = campaign_id)
            where campaign_id = :id and deployment_id = (
              select t.deployment_id from campaign_target t join campaign c on c.id = t.campaign_id
              where t.campaign_id = :id and t.status = 'waiting' and t.wave > c.wave
              order by md5(t.deployment_id || t.campaign_id) limit 1)
            """)
        .param("id", id.value())
        .update();
  }

  public void nextWave(CampaignId id) {
    jdbc.sql("update campaign set wave = wave + 1, wave_ended_at = null where id = ?")
        .param(id.value())
        .update();
  }

  /**
   * It is over.
   *
   * @param status {@code succeeded} or {@code stopped}
   * @param reason why it stopped; null: it did not
   */
  public void end(CampaignId id, String status, @Nullable String reason) {
    jdbc.sql("update campaign set status = ?, reason = ?, finished_at = now() where id = ?")
        .param(status)
        .param(reason)
        .param(id.value())
        .update();
  }
}
