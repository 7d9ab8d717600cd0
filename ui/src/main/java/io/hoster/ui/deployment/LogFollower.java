package io.hoster.ui.deployment;

import io.hoster.ui.deployment.WorkerLogs.Wanted;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One reader of a log that goes on: after a lost connection it asks again for what came since the
 * last line. Ends when it is closed, or the deployment is gone.
 */
final class LogFollower implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final WorkerLogs source;
  private final TenantId tenant;
  private final DeploymentId deployment;
  private final @Nullable String service;
  private final int tail;
  private final Consumer<LogLine> reader;
  private final BooleanSupplier stillThere;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable InputStream open;
  private @Nullable Instant last;
  private Duration pause = FIRST_PAUSE;

  LogFollower(
      WorkerLogs source,
      TenantId tenant,
      DeploymentId deployment,
      @Nullable String service,
      int tail,
      Consumer<LogLine> reader,
      BooleanSupplier stillThere) {
    this.source = source;
    this.tenant = tenant;
    this.deployment = deployment;
    this.service = service;
    this.tail = tail;
    this.reader = reader;
    this.stillThere = stillThere;
    this.thread = Thread.ofVirtual().name("log-" + deployment).unstarted(this::run);
  }

  LogFollower start() {
    thread.start();
    return this;
  }

  private void run() {
    while (!closed && isStillThere()) {
      try (InputStream stream = source.open(tenant, deployment, wanted())) {
        open = stream;
        pause = FIRST_PAUSE;
        LogLines.read(stream, this::take);
      } catch (IOException e) {
        log.debug("Log stream ended: deployment={} reason={}", deployment, e.getMessage());
      }
      rest();
    }
  }

  private boolean isStillThere() {
    try {
      return stillThere.getAsBoolean();
    } catch (DataAccessException | TransactionException e) {
      log.debug("Database did not answer a log's reader: {}", e.getMessage());
      return true; // the next try asks again
    }
  }

  private Wanted wanted() {
    Instant since = last;
    return since == null
        ? new Wanted(service, tail, null, true)
        : new Wanted(service, LogService.MOST, since, true);
  }

  /** A reconnect brings the last line once more. */
  private void take(LogLine line) {
    Instant newest = last;
    if (!closed && (newest == null || line.at().isAfter(newest))) {
      reader.accept(line);
      last = line.at();
    }
  }

  private void rest() {
    try {
      if (!closed) {
        Thread.sleep(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    InputStream stream = open;
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        log.debug("Log stream was closed already: {}", e.getMessage());
      }
    }
  }
}
