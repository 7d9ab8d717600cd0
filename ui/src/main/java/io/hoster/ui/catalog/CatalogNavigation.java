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
}
