package io.hoster.activities.deployment;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts and times what operations do in this process, all deployments together. Everything is
 * there from the start, so that a first failure is a rise that a rule can see.
 */
@Component
final class OperationMeters {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10)
  };

  private static final List<String> ENDS = List.of("succeeded", "rolled_back", "cancelled");

  private final Map<Step, Timer> durations;
  private final Map<Step, Counter> retries;
  private final Map<FailureType, Counter> failures;
  private final Map<FailureType, Counter> stops;
  private final Map<String, Counter> ends = new HashMap<>();

  OperationMeters(MeterRegistry registry) {
    durations =
        each(
            Step.class,
            step ->
                Timer.builder("hoster.operation.step.duration")
                    .description(
                        "How long the work of tries took that succeeded, without recording it")
                    .serviceLevelObjectives(BOUNDS)
                    .tag("step", word(step))
                    .register(registry));
    retries =
        each(
            Step.class,
            step ->
                Counter.builder("hoster.operation.step.retries")
                    .description("Tries of steps that failed and are made again")
                    .tag("step", word(step))
                    .register(registry));
    failures =
        each(
            FailureType.class,
            type ->
                Counter.builder("hoster.operation.step.failures")
                    .description("Tries of steps that failed, by the reason's code")
                    .tag("code", type.name())
                    .register(registry));
    stops =
        each(
            FailureType.class,
            type ->
                Counter.builder("hoster.operations.stopped")
                    .description("Times that an operation came to wait for a person, by code")
                    .tag("code", type.name())
                    .register(registry));
    for (OperationKind kind : OperationKind.values()) {
      for (String status : ENDS) {
        ends.put(
            kind + status,
            Counter.builder("hoster.operations.ended")
                .description("Operations that ended, by kind and how")
                .tag("kind", word(kind))
                .tag("status", status)
                .register(registry));
      }
    }
  }

  /** A try succeeded; its work {@code took} so long. */
  void done(Step step, Duration took) {
    Objects.requireNonNull(durations.get(step)).record(took);
  }

  /** A try failed; {@code again}: it is made again by itself. */
  void failed(Step step, FailureType type, boolean again) {
    Objects.requireNonNull(failures.get(type)).increment();
    if (again) {
      Objects.requireNonNull(retries.get(step)).increment();
    }
  }

  /** An operation came to wait for a person; an unknown {@code type} counts as not foreseen. */
  void stopped(String type) {
    FailureType known =
        Arrays.stream(FailureType.values())
            .filter(each -> each.name().equals(type))
            .findFirst()
            .orElse(FailureType.UNEXPECTED);
    Counter counter = Objects.requireNonNull(stops.get(known));
    onceCommitted(counter::increment);
  }

  /** An operation ended; {@code status} is succeeded, rolled_back or cancelled. */
  void ended(OperationKind kind, String status) {
    Counter counter = Objects.requireNonNull(ends.get(kind + status));
    onceCommitted(counter::increment);
  }

  /** A transaction that is rolled back and made again counts once. */
  private static void onceCommitted(Runnable count) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            count.run();
          }
        });
  }

  private static <E extends Enum<E>, M> Map<E, M> each(Class<E> type, Function<E, M> meter) {
    Map<E, M> meters = new EnumMap<>(type);
    Arrays.stream(type.getEnumConstants()).forEach(each -> meters.put(each, meter.apply(each)));
    return meters;
  }

  private static String word(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT);
  }
}
