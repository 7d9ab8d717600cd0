package io.hoster.ui.campaign;

/** Where the pages of updates of all apps are. */
public final class CampaignNavigation {

  private CampaignNavigation() {}

  /** The updates of one template's apps. */
  public static String of(String slug) {
    return "templates/" + slug + "/campaigns";
  }
}
