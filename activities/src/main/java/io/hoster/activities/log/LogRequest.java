package io.hoster.activities.log;

import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted.
 *
 * @param service null: those of all services
 * @param tail how many lines of the past, of all services together, 0 to {@link #MOST}
 * @param since null: from the beginning of what is kept
 * @param follow whether to go on with what is written from now on
 */
record LogRequest(
    DeploymentId deployment,
    @Nullable String service,
    int tail,
    @Nullable Instant since,
    boolean follow) {

  static final int MOST = 5_000;

  LogRequest {
    tail = Math.clamp(tail, 0, MOST);
  }

  boolean wants(String name) {
    return service == null || service.equals(name);
  }
}
