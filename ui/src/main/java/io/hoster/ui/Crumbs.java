package io.hoster.ui;

import java.util.List;

/** A view that stands below others; the layout shows the way there. */
public interface Crumbs {

  /** A page above this one; {@code path} is relative to the application. */
  record Crumb(String path, String label) {}

  /** The pages above, the nearest last. */
  List<Crumb> crumbs();
}
