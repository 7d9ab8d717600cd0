package io.hoster.activities.caddy;

import io.hoster.activities.caddy.EdgeHealth.Behind;
import io.hoster.activities.caddy.EdgeHealth.InStep;
import io.hoster.activities.caddy.EdgeHealth.Unknown;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** Figures of the keeper of the Caddy beside this process. */
final class EdgeMeters {

  private EdgeMeters() {}

  static void of(EdgeKeeper keeper, MeterRegistry registry, Clock clock) {
    FunctionCounter.builder("hoster.edge.pushes", keeper, EdgeKeeper::pushes)
        .description("Configurations that Caddy was given")
        .register(registry);
    FunctionCounter.builder("hoster.edge.failures", keeper, EdgeKeeper::failures)
        .description("Looks after which Caddy did not serve what the rows say, or nobody knew")
        .register(registry);
    Gauge.builder("hoster.edge.behind", keeper, edge -> behind(edge.health(), clock))
        .description("Since when Caddy does not serve what the rows say; 0: it does")
        .baseUnit("seconds")
        .register(registry);
  }

  private static double behind(EdgeHealth health, Clock clock) {
    return switch (health) {
      case Unknown unknown -> Double.NaN;
      case InStep inStep -> 0;
      case Behind behind -> Duration.between(behind.since(), clock.instant()).toMillis() / 1000.0;
    };
  }
}
