package io.hoster.ui.deployment;

import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gathers lines for 150 ms: a page is pushed a batch, not each line. */
@WebRole
@Component
class LogBatches implements LogSource {

  private static final Logger log = LoggerFactory.getLogger(LogBatches.class);
  private static final int MILLIS = 150;
  private static final int HELD = 500;

  private final LogService logs;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("log-batches").factory());

  LogBatches(LogService logs) {
    this.logs = logs;
  }

  @Override
  public Following follow(
      Actor actor,
      DeploymentId id,
      String service,
      int tail,
      Consumer<List<Line>> lines,
      Consumer<String> lost) {
    Batch batch = new Batch(lines);
    AutoCloseable source =
        logs.follow(actor, id, service.isEmpty() ? null : service, tail, batch::add);
    ScheduledFuture<?> flushing =
        clock.scheduleWithFixedDelay(batch::flush, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    return () -> {
      flushing.cancel(false);
      end(source, id);
    };
  }

  private static void end(AutoCloseable source, DeploymentId id) {
    try {
      source.close();
    } catch (Exception e) {
      log.warn("Log stream did not end well: deployment={}", id, e);
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  /** The newest lines since the last flush; a page shows no more than these. */
  private static final class Batch {
    private final Consumer<List<Line>> lines;
    private final List<Line> waiting = new ArrayList<>();

    Batch(Consumer<List<Line>> lines) {
      this.lines = lines;
    }

    synchronized void add(LogLine line) {
      if (waiting.size() == HELD) {
        waiting.removeFirst();
      }
      waiting.add(new Line(line.at(), line.service(), line.stream(), line.text()));
    }

    void flush() {
      List<Line> batch;
      synchronized (this) {
        if (waiting.isEmpty()) {
          return;
        }
        batch = List.copyOf(waiting);
        waiting.clear();
      }
      lines.accept(batch);
    }
  }
}
