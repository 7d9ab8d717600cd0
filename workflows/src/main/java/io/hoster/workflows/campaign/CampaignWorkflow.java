package io.hoster.workflows.campaign;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Brings the apps of a template to a newer version: a few first, then the rest, and no more when
 * too many do not get well. Its id is {@code campaign/cmp_…}. The rows are the progress; that it is
 * to stop is a wish in the campaign's row.
 */
@WorkflowInterface
public interface CampaignWorkflow {

  /** Which campaign. */
  record CampaignInput(CampaignId campaign) {}

  static String idOf(CampaignId campaign) {
    return "campaign/" + campaign.value();
  }

  @WorkflowMethod
  void run(CampaignInput input);
}
