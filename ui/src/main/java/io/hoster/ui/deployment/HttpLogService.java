package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.ui.api.RetryLater;
import io.hoster.ui.deployment.WorkerLogs.Wanted;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Logs from the worker, over HTTP. Who may read them is checked here, before each stream. */
@WebRole
@Service
class HttpLogService implements LogService {

  private static final Logger log = LoggerFactory.getLogger(HttpLogService.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final DeploymentReader reader;
  private final WorkerLogs source;

  HttpLogService(DeploymentReader reader, WorkerLogs source) {
    this.reader = reader;
    this.source = source;
  }

  @Override
  public Tail tail(
      Actor actor, DeploymentId id, @Nullable String service, int tail, @Nullable Instant since) {
    DeploymentId deployment = reader.row(actor, id).id();
    int asked = Math.min(tail + 1, MOST); // one more says that there are more
    List<LogLine> lines = new ArrayList<>();
    try (InputStream stream =
        source.open(actor.tenant(), deployment, new Wanted(service, asked, since, false))) {
      LogLines.read(stream, lines::add);
    } catch (IOException e) {
      log.info("Log could not be read: deployment={} reason={}", id, e.getMessage());
      Problem away = RetryLater.unavailable(SOON);
      throw RetryLater.with(
          SOON,
          away.status(),
          away.code(),
          "The logs cannot be read now: their node does not answer. The app itself may be fine.");
    }
    boolean more = lines.size() > tail || (asked == tail && lines.size() == tail);
    return new Tail(
        lines.size() > tail ? lines.subList(lines.size() - tail, lines.size()) : lines, more);
  }

  @Override
  public AutoCloseable follow(
      Actor actor, DeploymentId id, @Nullable String service, int tail, Consumer<LogLine> line) {
    DeploymentId deployment = reader.row(actor, id).id();
    return new LogFollower(
            source,
            actor.tenant(),
            deployment,
            service,
            tail,
            line,
            () -> reader.findRow(actor, id).isPresent())
        .start();
  }
}
