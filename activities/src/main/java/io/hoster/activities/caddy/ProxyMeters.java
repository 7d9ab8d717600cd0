package io.hoster.activities.caddy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.IntStream;

/** Counts and times what apps answered through this edge; all apps together. */
final class ProxyMeters {

  private static final int CLASSES = 5;
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Counter[] requests;
  private final Timer duration;

  ProxyMeters(MeterRegistry registry) {
    requests =
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(hundreds -> counter(registry, hundreds + "xx"))
            .toArray(Counter[]::new);
    duration =
        Timer.builder("hoster.proxy.request.duration")
            .description("How long answers of apps took, to the last byte; without WebSockets")
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String status) {
    return Counter.builder("hoster.proxy.requests")
        .description("Answers of apps through the edge")
        .tag("status", status)
        .register(registry);
  }

  void served(Collection<AccessLine> lines) {
    for (AccessLine line : lines) {
      requests[Math.clamp(line.status() / 100, 1, CLASSES) - 1].increment();
      if (!line.isUpgrade()) {
        duration.record(Duration.ofNanos(Math.round(line.seconds() * 1e9)));
      }
    }
  }
}
