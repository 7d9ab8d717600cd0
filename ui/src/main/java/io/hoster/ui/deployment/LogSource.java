package io.hoster.ui.deployment;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where the logs page gets its lines. */
interface LogSource {

  /**
   * A line that a service wrote.
   *
   * @param stream {@code stdout} or {@code stderr}
   */
  record Line(Instant at, String service, String stream, String text) {}

  /** Ends the following; nothing comes after it returns. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Follows the logs from the last {@code tail} lines on.
   *
   * @param service empty: all
   * @param lines called with each batch, on another thread, for a page that may be gone
   * @param lost called once with a sentence when the lines cannot come any more
   */
  Following follow(
      Actor actor,
      DeploymentId id,
      String service,
      int tail,
      Consumer<List<Line>> lines,
      Consumer<String> lost);
}
