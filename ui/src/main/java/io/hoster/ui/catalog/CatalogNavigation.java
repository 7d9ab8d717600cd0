package io.hoster.ui.catalog;

/** Where the marketplace's pages are. */
public final class CatalogNavigation {

  private CatalogNavigation() {}

  /** All templates. */
  public static String marketplace() {
    return "marketplace";
  }

  /** The page of one template. */
  public static String template(String slug) {
    return "marketplace/" + slug;
  }

  /** One's own templates. */
  public static String templates() {
    return "templates";
  }

  /** A new template of one's own. */
  public static String newTemplate() {
    return "templates/new";
  }

  /** The editor of one's own template. */
  public static String edit(String slug) {
    return "templates/" + slug + "/edit";
  }

  /** The versions of one's own template. */
  public static String versions(String slug) {
    return "templates/" + slug + "/versions";
  }

  /** What waits for the staff. */
  public static String reviews() {
    return "staff/templates";
  }

  /** One template that waits for the staff. */
  public static String review(String slug) {
    return "staff/templates/" + slug;
  }
}
