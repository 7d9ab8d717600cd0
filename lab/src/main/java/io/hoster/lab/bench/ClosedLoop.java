package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of connections, each asking again as soon as it was answered. */
record ClosedLoop(int port, String host, int connections) {

  private static final int CONNECTIONS = 16;

  ClosedLoop(int port, String host) {
    this(port, host, CONNECTIONS);
  }

  /** Requests answered 200 in a second; any other answer is a failure of the measurement. */
  double perSecond(Duration time) {
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    List<Future<Long>> counts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int i = 0; i < connections; i++) {
        counts.add(threads.submit(() -> ask(end)));
      }
    }
    double seconds = Patience.millisSince(begun) / 1_000;
    return counts.stream().mapToLong(ClosedLoop::get).sum() / seconds;
  }

  private long ask(long end) throws IOException {
    byte[] request = Wire.get("/", host);
    long count = 0;
    try (Wire wire = Wire.to(port)) {
      while (System.nanoTime() < end) {
        int status = wire.exchange(request).status();
        if (status != 200) {
          throw new LabFailure("%s at port %d answered %d.".formatted(host, port, status));
        }
        count++;
      }
    }
    return count;
  }

  private static long get(Future<Long> count) {
    try {
      return count.get();
    } catch (ExecutionException failed) {
      throw new LabFailure("A connection under load failed: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }
}
