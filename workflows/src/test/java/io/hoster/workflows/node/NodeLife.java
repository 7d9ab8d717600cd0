package io.hoster.workflows.node;

import io.hoster.workflows.SavedHistory;
import java.util.Locale;

/**
 * The lives of a node's workflow whose histories are kept, to be replayed by all later versions.
 */
enum NodeLife {
  /** Watched once; a fresh run goes on. */
  WATCH(0, 0, 1),
  /** The database was away when it was made known, a worker was lost in the middle of the watch. */
  TRIED_AGAIN(2, 1, 1),
  /** In the middle of the first watch. */
  WATCHING(0, 0, 0);

  final int failedRegistrations;
  final int failedWatches;
  final int watches;

  NodeLife(int failedRegistrations, int failedWatches, int watches) {
    this.failedRegistrations = failedRegistrations;
    this.failedWatches = failedWatches;
    this.watches = watches;
  }

  /** Where its history is kept. */
  SavedHistory history() {
    return new SavedHistory(
        "node/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-v1.json");
  }
}
