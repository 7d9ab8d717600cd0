package io.hoster.store;

import io.hoster.store.secret.InstallationStore;
import io.hoster.store.secret.MasterKey;
import io.hoster.workflows.StartRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings the schema up to date as the owner, in the background and for as long as it takes: a
 * PostgreSQL that is away at start makes the process wait, not die; one that was begun with another
 * master key is left as it is, which {@link Refused} tells. Flyway's lock keeps two instances
 * apart.
 */
@Component
public final class Migration implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Migration.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DatabaseSettings settings;
  private final MasterKey key;
  private final ApplicationEventPublisher events;
  private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
  private volatile boolean done;
  private volatile @Nullable Thread thread;

  Migration(DatabaseSettings settings, MasterKey key, ApplicationEventPublisher events) {
    this.settings = settings;
    this.key = key;
    this.events = events;
  }

  /** This process cannot work on this database, and nothing was changed in it. */
  public record Refused(String sentence) {}

  /** Whether the schema is the one this version needs. */
  public boolean isDone() {
    return done;
  }

  /**
   * Runs {@code action} once the schema is there; at once if it is. Each on its own thread, and
   * again until it does not throw: a database that goes away meanwhile must cost nobody a start.
   */
  public void whenDone(Runnable action) {
    synchronized (waiting) {
      if (!done) {
        waiting.add(action);
        return;
      }
    }
    startUntilItWorks(action);
  }

  private static void startUntilItWorks(Runnable action) {
    Thread.ofVirtual().name("after-migration").start(() -> runUntilItWorks(action));
  }

  private static void runUntilItWorks(Runnable action) {
    String said = "";
    while (!Thread.currentThread().isInterrupted()) {
      try {
        action.run();
        return;
      } catch (RuntimeException e) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(said)) {
          log.warn("A part of the start did not work, tried again every second: {}", reason);
          said = reason;
        }
        pause();
      }
    }
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("migration").start(this::migrateUntilDone);
  }

  private void migrateUntilDone() {
    String said = "";
    while (!done && !Thread.currentThread().isInterrupted()) {
      try {
        migrate();
        synchronized (waiting) {
          done = true;
        }
        log.info("Database is up to date");
        waiting.forEach(Migration::startUntilItWorks);
      } catch (StartRefusedException e) {
        events.publishEvent(new Refused(String.valueOf(e.getMessage())));
        return;
      } catch (FlywayException | DataAccessException e) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(said)) {
          log.warn("Database is not ready, waiting for it: {}", reason);
          said = reason;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void migrate() {
    InstallationStore installation = new InstallationStore(settings.databaseUrl());
    installation.require(key);
    migrate(settings.databaseUrl());
    installation.keep(key);
  }

  /** Migrates the database at {@code url}. */
  static void migrate(String url) {
    flyway(url).load().migrate();
  }

  /**
   * Each migration is one transaction, under a lock that keeps other instances waiting. What was
   * applied is compared with the files; what a later version applied is left alone, so that the
   * version before still runs.
   */
  static FluentConfiguration flyway(String url) {
    return Flyway.configure().dataSource(url, null, null).locations("classpath:db/migration");
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before everything that reads rows. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
