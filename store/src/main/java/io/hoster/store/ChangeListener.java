package io.hoster.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells subscribers which rows changed: LISTEN on one connection of its own. Changes of one 100 ms
 * come together, each once, except to those who cannot wait. After a lost connection subscribers
 * get {@link Change#EVERYTHING}.
 */
@Component
public final class ChangeListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
  private static final int COALESCE_MILLIS = 100;
  private static final int WAIT_MILLIS = 10_000;

  private final DatabaseSettings settings;
  private final List<Consumer<Set<Change>>> subscribers = new CopyOnWriteArrayList<>();
  private final List<Consumer<Set<Change>>> hasty = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread thread;
  private volatile boolean connected;

  ChangeListener(DatabaseSettings settings) {
    this.settings = settings;
  }

  /** Calls {@code subscriber} with each batch until the returned handle is run. Must not block. */
  public Runnable subscribe(Consumer<Set<Change>> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  /** Like {@link #subscribe}, but each change is told as soon as it is heard of. */
  public Runnable subscribeAtOnce(Consumer<Set<Change>> subscriber) {
    hasty.add(subscriber);
    return () -> hasty.remove(subscriber);
  }

  /** Whether changes arrive at the moment. */
  public boolean isConnected() {
    return connected;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("change-listener").start(this::listen);
  }

  private void listen() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = DriverManager.getConnection(settings.databaseUrl());
          Statement statement = connection.createStatement()) {
        statement.execute("listen hoster");
        connected = true;
        tell(hasty, Set.of(Change.EVERYTHING));
        tell(subscribers, Set.of(Change.EVERYTHING));
        receive(connection.unwrap(PGConnection.class), statement);
      } catch (SQLException e) {
        if (connected && isRunning()) { // who is stopped loses it on purpose
          log.warn("Change feed lost its connection, reconnecting: {}", e.getMessage());
        }
        connected = false;
        pause(500);
      }
    }
  }

  private void receive(PGConnection connection, Statement statement) throws SQLException {
    Set<Change> untold = new LinkedHashSet<>();
    long calm = System.nanoTime();
    while (!Thread.currentThread().isInterrupted()) {
      untold.addAll(next(connection, untold.isEmpty() ? WAIT_MILLIS : millisUntil(calm)));
      if (untold.isEmpty()) {
        statement.execute("select 1"); // a dead peer is noticed here
      } else if (System.nanoTime() >= calm) {
        tell(subscribers, untold);
        untold = new LinkedHashSet<>();
        calm = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(COALESCE_MILLIS);
      }
    }
  }

  /** What comes within {@code millis}; whoever is in a hurry has it already. */
  private Set<Change> next(PGConnection connection, int millis) throws SQLException {
    Set<Change> changes = new LinkedHashSet<>();
    PGNotification[] notifications = connection.getNotifications(millis);
    if (notifications != null && notifications.length > 0) {
      for (PGNotification notification : notifications) {
        changes.add(Change.parse(notification.getParameter()));
      }
      tell(hasty, changes);
    }
    return changes;
  }

  /** At least one: none would mean for ever. */
  private static int millisUntil(long nanos) {
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime()), 1, COALESCE_MILLIS);
  }

  private static void tell(List<Consumer<Set<Change>>> subscribers, Set<Change> changes) {
    for (Consumer<Set<Change>> subscriber : subscribers) {
      try {
        subscriber.accept(changes);
      } catch (RuntimeException e) {
        log.error("A subscriber of the change feed failed", e);
      }
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
