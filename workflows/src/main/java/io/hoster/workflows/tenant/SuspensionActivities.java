package io.hoster.workflows.tenant;

import io.temporal.activity.ActivityInterface;

/** What the suspension of a tenant asks of the rows. */
@ActivityInterface
public interface SuspensionActivities {

  /**
   * How far it is.
   *
   * @param left deployments that do not yet stand as they should
   * @param all that the tenant has and that are not being deleted
   */
  record Progress(int left, int all) {}

  /**
   * Commands the next deployments of {@code tenant} towards what its row says: suspended, or as
   * they were. One that is commanded already, or at work, is only counted; twice is once.
   */
  Progress commandSuspensions(TenantId tenant);
}
