package io.hoster.ui.operations;

import io.hoster.ui.operations.Readiness.Away;
import io.hoster.workflows.ReadinessPart;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What {@code /health/ready} says, as figures: 1 for a part that answers, 0 for one that is away.
 */
@Component
class ReadinessMeters implements MeterBinder {

  /** A part that hangs is given up before that. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final ObjectProvider<ReadinessPart> parts;
  private final Remembered<Away> away;

  ReadinessMeters(ObjectProvider<ReadinessPart> parts, Readiness readiness) {
    this.parts = parts;
    this.away = new Remembered<>(() -> Optional.of(readiness.away()), PATIENCE, Clock.systemUTC());
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (ReadinessPart part : parts) {
      Gauge.builder("hoster.part.ready", this, meters -> meters.answers(part))
          .description("Whether a part answers; the process is ready when all that it needs do")
          .tag("part", part.name())
          .tag("needed", Boolean.toString(part.needed()))
          .register(registry);
    }
  }

  private double answers(ReadinessPart part) {
    return away.now()
        .map(now ->
            now.needed().contains(part.name()) || now.awaited().contains(part.name()) ? 0.0 : 1.0)
        .orElse(Double.NaN);
  }
}
