package io.hoster.workflows.campaign;

import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.UntilItWorks;
import io.hoster.workflows.campaign.CampaignActivities.Progress;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** See {@link CampaignWorkflow}. A fresh run goes on where the rows are. */
public final class CampaignWorkflowImpl implements CampaignWorkflow {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final int LOOKS_A_RUN = 500;

  private final CampaignActivities rows =
      Workflow.newLocalActivityStub(CampaignActivities.class, UntilItWorks.options());

  public CampaignWorkflowImpl() {}

  @Override
  public void run(CampaignInput input) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.SUBJECT.valueSet(input.campaign().value()));
    for (int looks = 0; looks < LOOKS_A_RUN; looks++) {
      Progress progress = rows.advanceCampaign(input.campaign());
      Workflow.setCurrentDetails(progress.sentence());
      if (progress.over()) {
        return;
      }
      Workflow.sleep(BETWEEN_LOOKS);
    }
    Workflow.continueAsNew(input);
  }
}
