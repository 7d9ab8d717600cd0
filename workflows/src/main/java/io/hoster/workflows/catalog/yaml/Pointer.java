package io.hoster.workflows.catalog.yaml;

/** JSON pointers (RFC 6901). */
public final class Pointer {

  private Pointer() {}

  /** The pointer to {@code key} below {@code parent}. */
  public static String to(String parent, String key) {
    return parent + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer to the item at {@code index}, from 0, of the list at {@code parent}. */
  public static String to(String parent, int index) {
    return parent + "/" + index;
  }
}
