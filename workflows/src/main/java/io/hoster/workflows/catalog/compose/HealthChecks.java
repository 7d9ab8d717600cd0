package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.deployment.ServicePlan.HealthCheckSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code healthcheck}; what the file does not say is what Docker does by itself. */
final class HealthChecks {

  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long SHORTEST_INTERVAL = 5 * SECOND;
  private static final long USUAL_INTERVAL = 30 * SECOND;
  private static final int USUAL_RETRIES = 3;
  private static final int MOST_RETRIES = 10;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final At at;
  private final Shapes shapes;

  private HealthChecks(At at, Shapes shapes) {
    this.at = at;
    this.shapes = shapes;
  }

  /** Null when the file does not speak of health: the image's own check holds. */
  static @Nullable HealthCheckSpec read(At service, Shapes shapes) {
    return service.get("healthcheck").map(at -> new HealthChecks(at, shapes).read()).orElse(null);
  }

  private HealthCheckSpec read() {
    shapes.fields(at);
    Section.HEALTHCHECK.check(at, shapes.findings());
    List<String> test = at.get("test").map(this::test).orElse(List.of());
    long interval = duration("interval", SHORTEST_INTERVAL, USUAL_INTERVAL);
    long timeout = duration("timeout", SECOND, Math.min(interval, USUAL_INTERVAL));
    if (timeout > interval) {
      shapes
          .findings()
          .add(
              at.get("timeout").orElse(at),
              Code.OVER_LIMIT,
              "The timeout is longer than the interval. Make it at most as long.");
    }
    return new HealthCheckSpec(
        shapes.flag(at, "disable") ? List.of("NONE") : test,
        interval,
        timeout,
        duration("start_period", 0, 0),
        duration("start_interval", SECOND, 0),
        retries());
  }

  /** A text is for the image's shell; a list names its kind first. */
  private List<String> test(At test) {
    if (!test.isList()) {
      return shapes.text(test).map(text -> List.of("CMD-SHELL", text)).orElse(List.of());
    }
    List<String> words = new ArrayList<>();
    test.items().forEach(item -> shapes.text(item).ifPresent(words::add));
    String kind = words.isEmpty() ? "" : words.getFirst();
    boolean good =
        switch (kind) {
          case "NONE" -> words.size() == 1;
          case "CMD" -> words.size() > 1;
          case "CMD-SHELL" -> words.size() == 2;
          default -> false;
        };
    if (!good) {
      shapes
          .findings()
          .add(
              test,
              Code.INVALID_VALUE,
              "A test is [\"CMD\", program, …], [\"CMD-SHELL\", text] or [\"NONE\"]. Write one of these.");
    }
    return words;
  }

  /** In milliseconds. */
  private long duration(String key, long least, long usual) {
    Optional<At> value = at.get(key);
    Optional<String> text = value.flatMap(shapes::text);
    if (value.isEmpty() || text.isEmpty()) {
      return usual;
    }
    return switch (Durations.nanos(text.get())) {
      case Amount.Not not -> {
        shapes.findings().add(value.get(), Code.INVALID_VALUE, value.get().quoted() + not.why());
        yield usual;
      }
      case Amount.Of of -> within(value.get(), key, of.value() / NANOS_PER_MILLI, least);
    };
  }

  private long within(At value, String key, long millis, long least) {
    if (millis < least) {
      shapes
          .findings()
          .add(
              value,
              Code.BELOW_MINIMUM,
              "The " + key + " is at least " + least / SECOND + "s. Make it longer.");
    } else if (millis > HOUR) {
      shapes
          .findings()
          .add(value, Code.OVER_LIMIT, "The " + key + " is at most 1h. Make it shorter.");
    }
    return millis;
  }

  private int retries() {
    Optional<At> value = at.get("retries");
    Optional<String> text = value.flatMap(shapes::text);
    if (value.isEmpty() || text.isEmpty()) {
      return USUAL_RETRIES;
    }
    switch (Numbers.whole(text.get())) {
      case Amount.Not not ->
          shapes.findings().add(value.get(), Code.INVALID_VALUE, value.get().quoted() + not.why());
      case Amount.Of of -> {
        if (of.value() >= 1 && of.value() <= MOST_RETRIES) {
          return (int) of.value();
        }
        shapes
            .findings()
            .add(
                value.get(),
                of.value() < 1 ? Code.BELOW_MINIMUM : Code.OVER_LIMIT,
                "The retries are from 1 to 10. Change the number, or the start_period for a slow start.");
      }
    }
    return USUAL_RETRIES;
  }
}
