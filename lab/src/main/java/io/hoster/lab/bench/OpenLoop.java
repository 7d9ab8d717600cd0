package io.hoster.lab.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * So many requests a second, whether the ones before were answered or not. A request's time counts
 * from the moment it was due: a server that falls behind cannot hide it.
 *
 * @param requests sent by turns
 */
record OpenLoop(int port, List<byte[]> requests, int perSecond) {

  /** Enough for answers of a third of a second; more would wait, which counts, too. */
  private static final int CONNECTIONS = 64;

  /**
   * @param errors answers other than 200, and none at all
   */
  record Outcome(Figures millis, int errors) {}

  Outcome run(Duration time) {
    int all = (int) (time.toMillis() * perSecond / 1_000);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger errors = new AtomicInteger();
    List<Double> millis = Collections.synchronizedList(new ArrayList<>(all));
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) {
        threads.execute(() -> ask(begun, all, next, millis, errors));
      }
    }
    return new Outcome(new Figures(millis), errors.get());
  }

  private void ask(
      long begun, int all, AtomicInteger next, List<Double> millis, AtomicInteger errors) {
    @Nullable Wire wire = null;
    for (int number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
      long due = begun + number * 1_000_000_000L / perSecond;
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      try {
        wire = wire == null ? Wire.to(port) : wire;
        Answer answer = wire.exchange(requests.get(number % requests.size()));
        if (answer.status() != 200) {
          errors.incrementAndGet();
        }
        wire = answer.closes() ? Patience.closed(wire) : wire;
      } catch (IOException _) {
        errors.incrementAndGet();
        wire = wire == null ? null : Patience.closed(wire);
      }
      millis.add(Patience.millisSince(due));
    }
    if (wire != null) {
      Patience.closed(wire);
    }
  }
}
