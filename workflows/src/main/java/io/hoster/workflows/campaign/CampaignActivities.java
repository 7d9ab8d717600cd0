package io.hoster.workflows.campaign;

import io.temporal.activity.ActivityInterface;
import java.util.Locale;

/** What a campaign asks of the rows. */
@ActivityInterface
public interface CampaignActivities {

  /**
   * How far it is.
   *
   * @param updated apps that run the new version
   * @param failed apps that do not
   * @param all that it is about
   */
  record Progress(boolean over, int updated, int failed, int all) {

    String sentence() {
      return String.format(
          Locale.ROOT, "%d of %d apps are updated, %d failed.", updated, all, failed);
    }
  }

  /**
   * Reads how the apps at work got on, and commands the next ones as {@link CampaignRule} says, in
   * one transaction; twice is once.
   */
  Progress advanceCampaign(CampaignId campaign);
}
