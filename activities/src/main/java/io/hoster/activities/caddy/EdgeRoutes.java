package io.hoster.activities.caddy;

import io.hoster.workflows.edge.AppRoute;
import java.util.List;

/** Where the keeper reads what should be, and records what is. */
public interface EdgeRoutes {

  /** All routes and the revision they stand for, read as one. */
  Snapshot load();

  /**
   * Records that this edge serves by {@code revision}; also its sign of life, which counts for 60
   * s.
   *
   * @param hash of the configuration that Caddy has
   */
  void recordApplied(long revision, String hash);

  /** The routes as they were at {@code revision}. */
  record Snapshot(long revision, List<AppRoute> apps) {}
}
