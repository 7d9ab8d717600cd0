package io.hoster.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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
 * come together, each once. After a lost connection subscribers get {@link Change#EVERYTHING}.
 */
@Component
public final class ChangeListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
  private static final int COALESCE_MILLIS = 100;
  private static final int WAIT_MILLIS = 10_000;

  private final DatabaseSettings settings;
  private final List<Consumer<Set<Change>>> subscribers = new CopyOnWriteArrayList<>();
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
        tell(Set.of(Change.EVERYTHING));
        receive(connection.unwrap(PGConnection.class), statement);
      } catch (SQLException e) {
        if (connected) {
          log.warn("Change feed lost its connection, reconnecting: {}", e.getMessage());
        }
        connected = false;
        pause(500);
      }
    }
  }

  private void receive(PGConnection connection, Statement statement) throws SQLException {
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] first = connection.getNotifications(WAIT_MILLIS);
      if (first == null || first.length == 0) {
        statement.execute("select 1"); // a dead peer is noticed here
        continue;
      }
      Set<Change> changes = new LinkedHashSet<>();
      add(changes, first);
      tell(changes);
      pause(COALESCE_MILLIS);
    }
  }

  private static void add(Set<Change> changes, PGNotification[] notifications) {
    for (PGNotification notification : notifications) {
      changes.add(Change.parse(notification.getParameter()));
    }
  }

  private void tell(Set<Change> changes) {
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
    if (running != null) {
      running.interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
