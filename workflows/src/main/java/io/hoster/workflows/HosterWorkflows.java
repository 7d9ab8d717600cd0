package io.hoster.workflows;

import io.hoster.workflows.campaign.CampaignWorkflowImpl;
import io.hoster.workflows.deployment.DeploymentWorkflowImpl;
import io.hoster.workflows.node.NodeWorkflowImpl;
import io.hoster.workflows.tenant.SuspensionWorkflowImpl;
import java.util.List;

/** The kinds of workflows there are; of each a history is saved, which every version replays. */
public final class HosterWorkflows {

  private static final List<Class<?>> TYPES =
      List.of(
          DeploymentWorkflowImpl.class,
          NodeWorkflowImpl.class,
          SuspensionWorkflowImpl.class,
          CampaignWorkflowImpl.class);

  private HosterWorkflows() {}

  /** What a worker registers. */
  public static Class<?>[] types() {
    return TYPES.toArray(Class<?>[]::new);
  }
}
