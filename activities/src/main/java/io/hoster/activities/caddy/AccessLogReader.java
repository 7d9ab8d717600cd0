package io.hoster.activities.caddy;

import io.hoster.activities.caddy.AccessLogFile.Batch;
import io.hoster.store.metering.LogMark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the access log of the Caddy beside this process, by one thread, and adds what it counts
 * to PostgreSQL. How far it came is written down in the same transaction, so no line is counted
 * twice, and over its own death, the log's rolling and a database that is away none is left out.
 * Nothing waits for it.
 */
final class AccessLogReader implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(AccessLogReader.class);

  /** About ten thousand lines: what one transaction adds up. */
  private static final int BATCH = 4 * 1024 * 1024;

  private static final Duration LAST_BATCH = Duration.ofSeconds(3);

  private final Path file;
  private final TrafficRecords records;
  private final ProxyMeters meters;
  private final Duration pause;
  private CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private String said = "";

  /**
   * Starts nothing yet.
   *
   * @param pause between two looks at the log
   */
  AccessLogReader(Path file, TrafficRecords records, ProxyMeters meters, Duration pause) {
    this.file = file;
    this.records = records;
    this.meters = meters;
    this.pause = pause;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      CountDownLatch told = new CountDownLatch(1);
      stop = told;
      thread = Thread.ofVirtual().name("access-log").start(() -> follow(told));
    }
  }

  /** Not by an interrupt: it would break the connection of a batch that is under way. */
  @Override
  public synchronized void stop() {
    Thread running = thread;
    if (running != null) {
      stop.countDown();
      thread = null;
      awaitEnd(running);
    }
  }

  private static void awaitEnd(Thread running) {
    try {
      running.join(LAST_BATCH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void follow(CountDownLatch told) {
    try {
      do {
        while (look() && told.getCount() > 0) {
          // what is behind catches up
        }
      } while (!told.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when there may be more at once. */
  private boolean look() {
    try {
      boolean counted = countBatch();
      said = "";
      return counted;
    } catch (IOException | RuntimeException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.equals(said)) {
        log.warn("Traffic is counted later: log={} reason={}", file, reason);
        said = reason;
      }
      return false;
    }
  }

  private boolean countBatch() throws IOException {
    LogMark before = records.mark().orElse(null);
    try (AccessLogFiles files = AccessLogFiles.open(file)) {
      for (AccessLogFile next : files.from(before)) {
        long position = before == null ? 0 : next.position(before);
        Batch batch = next.read(position, BATCH, files.isWritten(next));
        if (batch.end() > position) {
          return add(before, next.mark(batch.end()), batch);
        }
      }
      return false;
    }
  }

  private boolean add(@Nullable LogMark before, LogMark after, Batch batch) {
    boolean added = records.add(before, after, Traffic.of(batch.lines()));
    if (added) {
      meters.served(batch.lines());
    }
    return added;
  }
}
