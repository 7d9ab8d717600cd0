package io.hoster.ui.operations;

import io.hoster.store.Migration;
import io.hoster.store.WebTransactions;
import io.hoster.store.deployment.DeploymentQueries;
import io.hoster.store.edge.EdgeQueries;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.OperationQueries;
import io.hoster.store.operation.OperationQueries.Open;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Figures of the whole platform, from PostgreSQL; every {@code web} process tells the same. Not a
 * number while it is away.
 */
@WebRole
@Component
class PlatformCounts implements MeterBinder {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final List<String> OPEN = List.of("queued", "running", "waiting_for_person");

  private final Migration migration;
  private final WebTransactions transactions;
  private final DeploymentQueries deployments;
  private final OperationQueries operations;
  private final CommandStore commands;
  private final EdgeQueries edges;
  private final Remembered<Known> known;

  PlatformCounts(
      Migration migration,
      WebTransactions transactions,
      DeploymentQueries deployments,
      OperationQueries operations,
      CommandStore commands,
      EdgeQueries edges,
      Clock clock) {
    this.migration = migration;
    this.transactions = transactions;
    this.deployments = deployments;
    this.operations = operations;
    this.commands = commands;
    this.edges = edges;
    this.known = new Remembered<>(this::read, PATIENCE, clock);
  }

  private record Known(
      Map<String, Integer> deployments,
      List<Open> operations,
      CommandStore.Backlog commands,
      EdgeQueries.Progress edges) {

    double open(String status) {
      return among(status).mapToInt(Open::count).sum();
    }

    double open(String kind, String status) {
      return among(status).filter(o -> o.kind().equals(kind)).mapToInt(Open::count).sum();
    }

    Duration still(String kind, String status) {
      return among(status)
          .filter(open -> open.kind().equals(kind))
          .map(Open::still)
          .findFirst()
          .orElse(Duration.ZERO);
    }

    private Stream<Open> among(String status) {
      return operations.stream().filter(open -> open.status().equals(status));
    }
  }

  private Optional<Known> read() {
    if (!migration.isDone()) {
      return Optional.empty();
    }
    try {
      return transactions.system(() ->
          Optional.of(
              new Known(
                  deployments.countAllByStatus(),
                  operations.openOfAll(),
                  commands.backlog(),
                  edges.progress())));
    } catch (DataAccessException | TransactionException e) {
      return Optional.empty(); // the figures say so
    }
  }

  /** The name hoster_deployments_total is the contract's; only a counter's name ends like that. */
  @Override
  public void bindTo(MeterRegistry registry) {
    for (DeploymentStatus status : DeploymentStatus.values()) {
      FunctionCounter.builder(
              "hoster.deployments",
              this,
              counts -> counts.value(known -> known.deployments().getOrDefault(status.word(), 0)))
          .description("Deployments that exist now, by status")
          .tag("status", status.word())
          .register(registry);
    }
    bindOperations(registry);
    count("hoster.commands.waiting", known -> known.commands().waiting())
        .description("Accepted commands that no workflow has taken up")
        .register(registry);
    time("hoster.commands.stuck", known -> known.commands().stuck())
        .description("Age of the oldest waiting command that no operation stands before")
        .register(registry);
    count("hoster.edge.revision.lag", known -> number(known.edges().revisions()))
        .description("Revisions of the routes that the slowest live edge has not taken over")
        .register(registry);
    time("hoster.edge.heartbeat.age", known -> known.edges().silent())
        .description("Since any edge told that it serves what the rows say")
        .register(registry);
  }

  private void bindOperations(MeterRegistry registry) {
    for (String status : OPEN) {
      count("hoster.operations.in.progress", known -> known.open(status))
          .description("Operations that have not ended, by status")
          .tag("status", status)
          .register(registry);
      for (OperationKind kind : OperationKind.values()) {
        Tags tags = Tags.of("kind", kind.name().toLowerCase(Locale.ROOT), "status", status);
        count("hoster.operations.open", known -> known.open(kind.name(), status))
            .description("Operations that have not ended, by kind and status")
            .tags(tags)
            .register(registry);
        time("hoster.operations.still", known -> known.still(kind.name(), status))
            .description("How long nothing moved at the open operation where it is longest")
            .tags(tags)
            .register(registry);
      }
    }
  }

  private Gauge.Builder<PlatformCounts> count(String name, ToDoubleFunction<Known> figure) {
    return Gauge.builder(name, this, counts -> counts.value(figure));
  }

  private Gauge.Builder<PlatformCounts> time(
      String name, Function<Known, @Nullable Duration> figure) {
    return count(name, known -> seconds(figure.apply(known))).baseUnit("seconds");
  }

  private double value(ToDoubleFunction<Known> figure) {
    Optional<Known> now = known.now();
    return now.isPresent() ? figure.applyAsDouble(now.get()) : Double.NaN;
  }

  private static double number(@Nullable Long value) {
    return value == null ? Double.NaN : value;
  }

  private static double seconds(@Nullable Duration time) {
    return time == null ? Double.NaN : time.toMillis() / 1000.0;
  }
}
