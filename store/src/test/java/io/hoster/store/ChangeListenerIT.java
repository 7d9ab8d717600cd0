package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeListenerIT {

  private static final int MANY = 200;

  private final TestDatabase database = TestDatabase.fresh();
  private final ChangeListener listener = new ChangeListener(new DatabaseSettings(database.url()));
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() {
    listener.subscribe(changes -> tell("calm", changes));
    listener.subscribeAtOnce(changes -> tell("hasty", changes));
    listener.start();
    awaitTold("calm -");
  }

  @AfterEach
  void stop() {
    listener.stop();
    database.close();
  }

  private void tell(String who, Set<Change> changes) {
    changes.forEach(change -> told.add(who + " " + change.id()));
  }

  @Test
  void whoCannotWaitIsToldFirst() {
    notify(1);
    awaitTold("calm n1");

    assertThat(told.indexOf("hasty n1")).isNotNegative().isLessThan(told.indexOf("calm n1"));
  }

  @Test
  void everybodyIsToldEveryChangeOnce() {
    for (int n = 1; n <= MANY; n++) {
      notify(n);
    }
    awaitTold("calm n" + MANY);

    for (int n = 1; n <= MANY; n++) {
      assertThat(told).containsOnlyOnce("calm n" + n, "hasty n" + n);
    }
  }

  private void notify(int n) {
    database
        .worker()
        .system(() -> {
          database
              .jdbc()
              .sql("select pg_notify('hoster', ?)")
              .param("route n" + n + " -")
              .query()
              .listOfRows();
        });
  }

  private void awaitTold(String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!told.contains(what)) {
      assertThat(System.nanoTime()).as("told: %s", told).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
