package io.hoster.activities.deployment;

import io.hoster.activities.docker.EngineException;
import io.hoster.activities.node.NodeWatch;
import io.hoster.activities.worker.Heartbeat;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.store.operation.StepStore.SupersededException;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.operation.Backoff;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries out the open steps of one phase, each recorded before and after. A step that fails is
 * tried again until its limit, then waits for a person; what is done is never done again.
 */
@Component
final class StepRunner {

  private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

  private final WorkerTransactions transactions;
  private final OperationStore operations;
  private final StepContext.Rows rows;
  private final OperationEnd end;
  private final OperationMeters meters;
  private final NodeWatch watch;
  private final Map<Step, StepAction> actions = new EnumMap<>(Step.class);

  StepRunner(
      WorkerTransactions transactions,
      OperationStore operations,
      StepContext.Rows rows,
      OperationEnd end,
      OperationMeters meters,
      NodeWatch watch,
      List<StepAction> actions) {
    this.transactions = transactions;
    this.operations = operations;
    this.rows = rows;
    this.end = end;
    this.meters = meters;
    this.watch = watch;
    actions.forEach(action -> this.actions.put(action.step(), action));
    for (Step step : Step.values()) {
      if (!this.actions.containsKey(step)) {
        throw new IllegalStateException("no action for step " + step);
      }
    }
  }

  /** Runs what is open of {@code phase}; ends the operation when nothing is open after it. */
  void run(OperationRef operation, Step.Phase phase) {
    try (OperationLog _ = OperationLog.of(operation);
        Heartbeat heartbeat = Heartbeat.start()) {
      List<Step> open = openSteps(operation);
      List<Step> mine = open.stream().filter(step -> step.phase() == phase).toList();
      Map<Integer, PlanLoader.Loaded> compiled = new HashMap<>();
      Begun begun = mine.isEmpty() ? null : begin(operation, mine.getFirst(), heartbeat);
      for (int i = 0; begun != null; i++) {
        boolean last = begun.step() == open.getLast();
        @Nullable Step next = i + 1 < mine.size() ? mine.get(i + 1) : null;
        StepContext context =
            new StepContext(operation, begun.step(), transactions, rows, heartbeat, compiled);
        begun = carryOut(context, begun, last, next);
      }
    } catch (SupersededException e) {
      throw superseded(e);
    } catch (DataAccessException | TransactionException e) {
      throw storeAway(e);
    }
  }

  static ApplicationFailure superseded(SupersededException e) {
    return ApplicationFailure.newNonRetryableFailure(
        String.valueOf(e.getMessage()), FailureType.SUPERSEDED.name());
  }

  static ApplicationFailure storeAway(RuntimeException e) {
    return ApplicationFailure.newFailureWithCause(
        "The database did not answer.", FailureType.STORE_UNAVAILABLE.name(), e);
  }

  private List<Step> openSteps(OperationRef operation) {
    return transactions.tenant(
        operation.tenant(),
        () ->
            operations
                .open(operation.tenant(), operation.deployment())
                .filter(open -> open.ref().id().equals(operation.id()))
                .map(OpenOperation::ref)
                .map(OperationRef::steps)
                .orElse(List.of()));
  }

  /** A step whose beginning is recorded, and its how-many-eth try this is. */
  private record Begun(Step step, int attempt) {}

  private Begun begin(OperationRef operation, Step step, Heartbeat heartbeat) {
    heartbeat.check();
    return transactions.tenant(operation.tenant(), () -> recordBegin(operation, step));
  }

  private Begun recordBegin(OperationRef operation, Step step) {
    rows.steps().requireCurrent(operation);
    end.entering(operation, step);
    return new Begun(step, rows.steps().beginStep(operation, step));
  }

  /**
   * Acts, and records that the step is done and {@code next} begun in one transaction: what a step
   * takes beside its work is mostly that.
   */
  private @Nullable Begun carryOut(
      StepContext context, Begun begun, boolean last, @Nullable Step next) {
    OperationRef operation = context.operation();
    Heartbeat heartbeat = context.heartbeat();
    Step step = begun.step();
    int attempt = begun.attempt();
    long started = System.nanoTime();
    try {
      StepResult result = action(step).run(context);
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      heartbeat.check();
      @Nullable Begun after =
          transactions.tenant(
              operation.tenant(),
              () -> {
                rows.steps().requireCurrent(operation);
                rows.steps().finishStep(operation, step, result.status(), result.message());
                if (last) {
                  end.succeeded(operation);
                }
                return next == null ? null : recordBegin(operation, next);
              });
      meters.done(step, took);
      log.info("Step done: step={} attempt={} result={}", step, attempt, result.message());
      if (last) {
        log.info("Operation succeeded: kind={}", operation.kind());
        watch.wake(); // its health should not stay unknown until the next look
      }
      return after;
    } catch (DataIntegrityViolationException | InvalidDataAccessResourceUsageException e) {
      // The database answered, and will answer the same: a fault that a person has to see.
      log.error("Step was refused by the database: step={} operation={}", step, operation.id(), e);
      throw failed(operation, step, attempt, FailureType.UNEXPECTED, e);
    } catch (ActivityCompletionException
        | SupersededException
        | Heartbeat.GoingDownException
        | DataAccessException
        | TransactionException e) {
      throw e;
    } catch (StepFailure e) {
      heartbeat.check();
      throw failed(operation, step, attempt, e.type(), e);
    } catch (EngineException e) {
      heartbeat.check();
      throw failed(operation, step, attempt, e.type(), e);
    } catch (RuntimeException e) {
      heartbeat.check(); // what a cancelled step throws is no failure of its own
      log.error("Step failed unexpectedly: step={} operation={}", step, operation.id(), e);
      throw failed(operation, step, attempt, FailureType.UNEXPECTED, e);
    }
  }

  private StepAction action(Step step) {
    StepAction action = actions.get(step);
    if (action == null) {
      throw new IllegalStateException("no action for step " + step);
    }
    return action;
  }

  private ApplicationFailure failed(
      OperationRef operation, Step step, int attempt, FailureType type, RuntimeException e) {
    boolean again = type.isRetried() && attempt < operation.kind().attemptLimit(step);
    @Nullable Duration pause = again ? Backoff.after(attempt) : null;
    String message = String.valueOf(e.getMessage());
    if (again) {
      log.warn("Step failed, tried again: step={} attempt={} type={}", step, attempt, type);
    }
    transactions.tenant(
        operation.tenant(),
        () -> {
          rows.steps().requireCurrent(operation);
          rows.steps().failStep(operation, step, message, Technical.of(e), pause);
        });
    meters.failed(step, type, again);
    ApplicationFailure.Builder failure =
        ApplicationFailure.newBuilder().setMessage(message).setType(type.name()).setCause(e);
    return pause == null
        ? failure.setNonRetryable(true).build()
        : failure.setNextRetryDelay(pause).build();
  }
}
