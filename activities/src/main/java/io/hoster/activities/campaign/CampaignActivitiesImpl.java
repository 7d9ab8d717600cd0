package io.hoster.activities.campaign;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.campaign.CampaignQueries;
import io.hoster.store.campaign.CampaignRow;
import io.hoster.store.campaign.CampaignStore;
import io.hoster.store.campaign.CampaignStore.Open;
import io.hoster.store.campaign.CampaignStore.Target;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.workflows.campaign.CampaignActivities;
import io.hoster.workflows.campaign.CampaignId;
import io.hoster.workflows.campaign.CampaignRule;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Commands apps wave by wave; the relay hands the commands to their workflows. */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class CampaignActivitiesImpl implements CampaignActivities {

  private static final Logger log = LoggerFactory.getLogger(CampaignActivitiesImpl.class);

  private final WorkerTransactions transactions;
  private final CampaignStore campaigns;
  private final CampaignQueries queries;
  private final TemplateQueries templates;
  private final CampaignUpdate update;

  CampaignActivitiesImpl(
      WorkerTransactions transactions,
      CampaignStore campaigns,
      CampaignQueries queries,
      TemplateQueries templates,
      CampaignUpdate update) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.queries = queries;
    this.templates = templates;
    this.update = update;
  }

  @Override
  public Progress advanceCampaign(CampaignId id) {
    return transactions.system(() -> {
      campaigns.lock(id).ifPresent(this::advance);
      CampaignRow row = queries.find(id).orElseThrow();
      return new Progress(
          row.finishedAt() != null,
          row.counts().updated(),
          row.counts().failed(),
          row.counts().apps());
    });
  }

  private void advance(Open campaign) {
    CampaignId id = campaign.id();
    if (!campaign.planned()) {
      List<Target> targets = campaigns.outdated(campaign);
      campaigns.plan(id, targets, CampaignRule.firstOf(targets.size(), campaign.canaryPercent()));
      log.info("Campaign planned: campaign={} apps={}", id, targets.size());
    }
    campaigns.followOperations(id);
    switch (CampaignRule.after(campaigns.standing(id))) {
      case CampaignRule.Next.Begin begin -> begin(campaign, begin.apps());
      case CampaignRule.Next.NextWave _ -> campaigns.nextWave(id);
      case CampaignRule.Next.Wait _ -> {}
      case CampaignRule.Next.Succeed _ -> campaigns.end(id, "succeeded", null);
      case CampaignRule.Next.Stop stop -> campaigns.end(id, "stopped", stop.why());
    }
  }

  private void begin(Open campaign, int apps) {
    TemplateVersionRow version =
        templates.byVersion(campaign.tenant(), campaign.version()).orElseThrow();
    if (!version.status().equals("published")) {
      campaigns.end(campaign.id(), "stopped", "The version is no longer published.");
      return;
    }
    for (Target target : campaigns.next(campaign.id(), apps)) {
      switch (update.ask(target, version)) {
        case CampaignUpdate.Asked.By by ->
            campaigns.began(campaign.id(), target.deployment(), by.command());
        case CampaignUpdate.Asked.Later _ -> {}
        case CampaignUpdate.Asked.Never never ->
            campaigns.skip(campaign.id(), target.deployment(), never.why());
      }
    }
  }
}
