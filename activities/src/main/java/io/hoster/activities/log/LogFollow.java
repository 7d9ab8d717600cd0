package io.hoster.activities.log;

import io.hoster.activities.SteadyClock;
import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.activities.docker.ContainerEngine.LogLine;
import io.hoster.activities.docker.EngineException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the containers of a deployment, one thread each, also those that start or are made anew
 * while it is followed. The queue is bounded: a reader that is slow slows the reading down.
 */
final class LogFollow implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogFollow.class);
  private static final int WAITING_LINES = 1_000;
  private static final Duration LOOKED_FOR_CONTAINERS = Duration.ofSeconds(2);

  private final ContainerEngine engine;
  private final LogRequest request;
  private final LogPositions read;
  private final Instant began;
  private final Clock clock = new SteadyClock();
  private final BlockingQueue<LogEntry> waiting = new ArrayBlockingQueue<>(WAITING_LINES);
  private final Map<String, Thread> followed = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * @param began from when on a container is followed that was not read before
   */
  LogFollow(ContainerEngine engine, LogRequest request, LogPositions read, Instant began) {
    this.engine = engine;
    this.request = request;
    this.read = read;
    this.began = began;
  }

  /** Passes lines on until the reader has gone. */
  void run(LogSink sink) throws IOException {
    Instant look = clock.instant();
    while (!closed) {
      if (!clock.instant().isBefore(look)) {
        followNewContainers();
        look = clock.instant().plus(LOOKED_FOR_CONTAINERS);
      }
      sink.take(next());
    }
  }

  private void followNewContainers() {
    for (ContainerFacts container : engine.containersOf(request.deployment())) {
      boolean runs = container.state().equals("running");
      if (runs && request.wants(container.service())) {
        followed.computeIfAbsent(
            container.id(),
            id ->
                Thread.ofVirtual().name("log-" + container.name()).start(() -> follow(container)));
      }
    }
  }

  private void follow(ContainerFacts container) {
    Instant from = read.of(container.id()).orElse(began);
    try {
      engine.logs(container.name(), -1, from, true, line -> offer(container, line), () -> closed);
    } catch (EngineException e) {
      log.info("Log stream ended: container={} reason={}", container.name(), e.getMessage());
    } finally {
      followed.remove(container.id()); // it may start again
    }
  }

  private void offer(ContainerFacts container, LogLine line) {
    if (!read.isNew(container.id(), line.at())) {
      return;
    }
    read.advance(container.id(), line.at());
    LogEntry entry = new LogEntry(line.at(), container.service(), line.stream(), line.text());
    try {
      while (!closed && !waiting.offer(entry, 1, TimeUnit.SECONDS)) {
        Thread.onSpinWait(); // the reader is slow; look whether it has gone
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What has come; after two silent seconds nothing. */
  private List<LogEntry> next() {
    try {
      LogEntry first = waiting.poll(LOOKED_FOR_CONTAINERS.toMillis(), TimeUnit.MILLISECONDS);
      List<LogEntry> lines = new ArrayList<>();
      if (first != null) {
        lines.add(first);
        waiting.drainTo(lines);
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
      return List.of();
    }
  }

  @Override
  public void close() {
    closed = true;
    waiting.clear();
  }
}
