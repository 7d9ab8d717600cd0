package io.hoster.activities.log;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The logs of a deployment's containers as one: the past in the order of time, then what comes. */
final class DeploymentLogs {

  private final ContainerEngine engine;

  DeploymentLogs(ContainerEngine engine) {
    this.engine = engine;
  }

  /**
   * Reads until the end, or with {@code follow} until the reader has gone.
   *
   * @throws io.hoster.activities.docker.EngineException when the engine does not answer
   * @throws IOException when the reader has gone
   */
  void read(LogRequest request, LogSink sink) throws IOException {
    Instant began = engine.time(); // what starts from now on is new from its first line
    List<ContainerFacts> containers =
        engine.containersOf(request.deployment()).stream()
            .filter(container -> request.wants(container.service()))
            .toList();
    LogPositions read = new LogPositions();
    List<LogEntry> past = new ArrayList<>();
    containers.forEach(container -> past.addAll(past(container, request, read)));
    past.sort(Comparator.comparing(LogEntry::at));
    sink.take(List.copyOf(past.subList(Math.max(0, past.size() - request.tail()), past.size())));
    if (request.follow()) {
      try (LogFollow follow = new LogFollow(engine, request, read, began)) {
        follow.run(sink);
      }
    }
  }

  private List<LogEntry> past(ContainerFacts container, LogRequest request, LogPositions read) {
    List<LogEntry> lines = new ArrayList<>();
    engine.logs(
        container.name(),
        request.tail(),
        request.since(),
        false,
        line -> {
          read.advance(container.id(), line.at());
          lines.add(new LogEntry(line.at(), container.service(), line.stream(), line.text()));
        },
        () -> false);
    return lines;
  }
}
