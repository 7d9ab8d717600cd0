package io.hoster.activities.deployment;

import io.hoster.activities.worker.Heartbeat;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.operation.LedgerStore;
import io.hoster.store.operation.StepStore;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a step may see and say while it works. */
final class StepContext {

  private final OperationRef operation;
  private final Step step;
  private final WorkerTransactions transactions;
  private final Rows rows;
  private final Heartbeat heartbeat;
  private final Map<Integer, PlanLoader.Loaded> compiled;

  /** The stores that every step may need. */
  record Rows(
      io.hoster.store.deployment.DeploymentStore deployments,
      StepStore steps,
      LedgerStore ledger) {}

  StepContext(
      OperationRef operation,
      Step step,
      WorkerTransactions transactions,
      Rows rows,
      Heartbeat heartbeat,
      Map<Integer, PlanLoader.Loaded> compiled) {
    this.operation = operation;
    this.step = step;
    this.transactions = transactions;
    this.rows = rows;
    this.heartbeat = heartbeat;
    this.compiled = compiled;
  }

  OperationRef operation() {
    return operation;
  }

  /** The deployment's row as it is now. */
  Facts facts() {
    return transactions.tenant(
        operation.tenant(),
        () ->
            rows.deployments()
                .find(operation.tenant(), operation.deployment())
                .orElseThrow(() -> new StepFailure(FailureType.SUPERSEDED, "The app is gone.")));
  }

  /** The node that was chosen. */
  NodeId node() {
    NodeId node = facts().node();
    if (node == null) {
      throw new StepFailure(FailureType.NO_CAPACITY, "No node is chosen yet.");
    }
    return node;
  }

  /** The plan of the wish, compiled once for the steps of one activity. */
  PlanLoader.Loaded plan(PlanLoader loader, Facts facts) {
    return compiled.computeIfAbsent(facts.revision(), revision -> loader.load(facts, revision));
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  /** A transaction on the tenant's rows, as long as this operation is the newest. */
  <T> T write(Supplier<T> work) {
    return transactions.tenant(
        operation.tenant(),
        () -> {
          rows.steps().requireCurrent(operation);
          return work.get();
        });
  }

  /** Like {@link #write(Supplier)}, without a result. */
  void writing(Consumer<Rows> work) {
    transactions.tenant(
        operation.tenant(),
        () -> {
          rows.steps().requireCurrent(operation);
          work.accept(rows);
        });
  }

  /** Says in the ledger what is about to be made. */
  void note(LedgerStore.Kind kind, String object) {
    writing(r -> r.ledger().record(operation, kind, object));
  }

  /** Shows how far the step is. */
  void progress(String text) {
    transactions.tenant(operation.tenant(), () -> rows.steps().progress(operation, step, text));
  }

  /** Whether somebody cancelled the operation, or this worker is no longer the one. */
  boolean isCancelled() {
    return heartbeat.isCancelled();
  }

  /** Ends the step when it was cancelled. */
  void checkCancelled() {
    heartbeat.check();
  }

  /** Waits a little between two looks. */
  void pause(int millis) {
    heartbeat.pause(millis);
  }
}
