package io.hoster.ui.deployment;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an app's containers write, read where they run. */
public interface LogService {

  /** The most lines that one answer holds. */
  int MOST = 5000;

  /**
   * Lines of the past.
   *
   * @param truncated whether there were more, which are left out
   */
  record Tail(List<LogLine> lines, boolean truncated) {

    public Tail {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The last lines, oldest first.
   *
   * @param service null: all
   * @param tail how many, 1 to {@link #MOST}
   * @param since null: from the beginning
   * @throws io.hoster.ui.Problem 404; 503 while the node does not answer
   */
  Tail tail(
      Actor actor, DeploymentId id, @Nullable String service, int tail, @Nullable Instant since);

  /**
   * Calls {@code line} for the last lines and then for each new one, until the returned handle is
   * closed. Reconnects by itself; lines may come from any thread, one after the other.
   *
   * @param service null: all
   * @throws io.hoster.ui.Problem 404
   */
  AutoCloseable follow(
      Actor actor, DeploymentId id, @Nullable String service, int tail, Consumer<LogLine> line);
}
