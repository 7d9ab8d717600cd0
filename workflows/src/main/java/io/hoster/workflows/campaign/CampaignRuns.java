package io.hoster.workflows.campaign;

import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.campaign.CampaignWorkflow.CampaignInput;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;

/** The client's side of {@link CampaignWorkflow}. */
public final class CampaignRuns {

  private CampaignRuns() {}

  /** Starts the campaign's run where there is none; one that runs is left alone. */
  public static void ensure(WorkflowClient client, CampaignId campaign) {
    CampaignWorkflow stub =
        client.newWorkflowStub(
            CampaignWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(CampaignWorkflow.idOf(campaign))
                .setTaskQueue(TaskQueues.CONTROL)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setStaticSummary("Update the apps of a template, " + campaign)
                .build());
    WorkflowClient.start(stub::run, new CampaignInput(campaign));
  }
}
