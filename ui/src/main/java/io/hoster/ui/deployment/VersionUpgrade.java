package io.hoster.ui.deployment;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VersionChange;
import java.util.List;

/**
 * What a newer version of its template means for an app.
 *
 * @param from such as {@code 2.0.0}
 * @param asks variables that need a value first
 * @param servesMeanwhile whether the version before serves until the newer one is healthy
 */
record VersionUpgrade(
    String from,
    String to,
    List<VersionChange> changes,
    List<Variable> asks,
    boolean servesMeanwhile) {

  VersionUpgrade {
    changes = List.copyOf(changes);
    asks = List.copyOf(asks);
  }
}
