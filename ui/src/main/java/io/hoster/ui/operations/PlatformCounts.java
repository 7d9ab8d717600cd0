package io.hoster.ui.operations;

import io.hoster.store.Migration;
import io.hoster.store.WebTransactions;
import io.hoster.store.deployment.DeploymentQueries;
import io.hoster.store.operation.OperationQueries;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Figures of the whole platform, from PostgreSQL: how many deployments there are in each status and
 * how many operations are open. Asked at most every five seconds; not a number while it is away.
 */
@WebRole
@Component
class PlatformCounts implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final List<String> OPEN = List.of("queued", "running", "waiting_for_person");

  private final WebTransactions transactions;
  private final DeploymentQueries deployments;
  private final OperationQueries operations;
  private final Migration migration;
  private final Clock clock;
  private Known known = new Known(Instant.EPOCH, false, Map.of(), Map.of());

  PlatformCounts(
      WebTransactions transactions,
      DeploymentQueries deployments,
      OperationQueries operations,
      Migration migration,
      Clock clock) {
    this.transactions = transactions;
    this.deployments = deployments;
    this.operations = operations;
    this.migration = migration;
    this.clock = clock;
  }

  private record Known(
      Instant until,
      boolean answered,
      Map<String, Integer> deployments,
      Map<String, Integer> operations) {}

  /** The name hoster_deployments_total is the contract's; only a counter's name ends like that. */
  @Override
  public void bindTo(MeterRegistry registry) {
    for (DeploymentStatus status : DeploymentStatus.values()) {
      FunctionCounter.builder(
              "hoster.deployments",
              this,
              counts -> value(counts.now(), Known::deployments, status.word()))
          .description("Deployments that exist now, by status")
          .tag("status", status.word())
          .register(registry);
    }
    for (String status : OPEN) {
      Gauge.builder(
              "hoster.operations.in.progress",
              this,
              counts -> value(counts.now(), Known::operations, status))
          .description("Operations that have not ended, by status")
          .tag("status", status)
          .register(registry);
    }
  }

  private static double value(
      Known known, Function<Known, Map<String, Integer>> counts, String status) {
    return known.answered() ? counts.apply(known).getOrDefault(status, 0) : Double.NaN;
  }

  private synchronized Known now() {
    Instant now = clock.instant();
    if (known.until().isBefore(now)) {
      known = read(now.plus(FRESH));
    }
    return known;
  }

  private Known read(Instant until) {
    Known away = new Known(until, false, Map.of(), Map.of());
    if (!migration.isDone()) {
      return away;
    }
    try {
      return transactions.system(
          () -> new Known(until, true, deployments.countAllByStatus(), operations.openByStatus()));
    } catch (DataAccessException | TransactionException e) {
      return away; // the figures say so
    }
  }
}
