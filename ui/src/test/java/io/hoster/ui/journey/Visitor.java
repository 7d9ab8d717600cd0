package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who looks at an app again and again, until it is closed, and counts. Whose connection
 * ends without a word asks again at once, as programs do with what may be asked twice.
 */
final class Visitor implements AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("visitor").factory());
  private final List<Edge.Page> missed = new ArrayList<>();
  private int seen;

  /** Looks ten times a second. */
  Visitor(Edge edge, String host) {
    clock.scheduleAtFixedRate(() -> look(edge, host), 0, 100, TimeUnit.MILLISECONDS);
  }

  private void look(Edge edge, String host) {
    Edge.Page first = edge.get(host);
    Edge.Page page = first.status() == 0 ? edge.get(host) : first;
    synchronized (this) {
      if (page.status() == 200) {
        seen++;
      } else {
        missed.add(page);
      }
    }
  }

  private synchronized int looks() {
    return seen + missed.size();
  }

  /** What was no page of the app, since the beginning; after at least one more look. */
  List<Edge.Page> missed() {
    int before = looks();
    await("another look").atMost(Duration.ofSeconds(30)).until(() -> looks() > before + 1);
    synchronized (this) {
      return List.copyOf(missed);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
