package io.hoster.activities.deployment;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.worker.Heartbeat;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.operation.LedgerStore;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.store.secret.SecretStore;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Undoes an operation. Of a first set-up nothing remains: what the ledger holds is removed in
 * reverse, then the row ends. Of a change the version before runs again.
 */
@Component
final class Undo {

  private final WorkerTransactions transactions;
  private final OperationStore operations;
  private final StepContext.Rows rows;
  private final Containers containers;
  private final HealthWait healthWait;
  private final PlanLoader plans;
  private final Address address;
  private final LeaseStore leases;
  private final SecretStore secrets;
  private final DeploymentStore deployments;
  private final OperationMeters meters;
  private final Sides sides;

  Undo(
      WorkerTransactions transactions,
      OperationStore operations,
      StepContext.Rows rows,
      Containers containers,
      HealthWait healthWait,
      PlanLoader plans,
      Address address,
      LeaseStore leases,
      SecretStore secrets,
      DeploymentStore deployments,
      OperationMeters meters,
      Sides sides) {
    this.sides = sides;
    this.transactions = transactions;
    this.operations = operations;
    this.rows = rows;
    this.containers = containers;
    this.healthWait = healthWait;
    this.plans = plans;
    this.address = address;
    this.leases = leases;
    this.secrets = secrets;
    this.deployments = deployments;
    this.meters = meters;
  }

  void run(OperationRef operation, Heartbeat heartbeat) {
    Optional<OpenOperation> open =
        transactions.tenant(
            operation.tenant(),
            () ->
                operations
                    .open(operation.tenant(), operation.deployment())
                    .filter(o -> o.ref().id().equals(operation.id())));
    if (open.isEmpty() || open.get().undoingTo() == null) {
      return;
    }
    StepContext context =
        new StepContext(
            operation, Step.CHECK_LIMITS, transactions, rows, heartbeat, new HashMap<>());
    context.writing(r -> r.steps().markUndo(operation, "undoing"));
    if (operation.kind() == OperationKind.PROVISION) {
      undoFirstSetUp(context, operation);
    } else {
      runAsBefore(context, open.get());
    }
    String endsAs = open.get().undoingTo();
    context.writing(r -> {
      r.steps().markUndo(operation, "undone");
      operations.end(operation.tenant(), operation.id(), endsAs);
      meters.ended(operation.kind(), endsAs);
      if (operation.kind() == OperationKind.PROVISION) {
        deployments.end(operation.tenant(), operation.deployment());
        secrets.forget(operation.tenant(), operation.deployment().value());
      } else {
        r.deployments()
            .addEvent(
                operation.tenant(),
                operation.deployment(),
                endsAs,
                "The change was taken back; what was there before is there again.",
                operation.id());
      }
    });
  }

  private void undoFirstSetUp(StepContext context, OperationRef operation) {
    for (LedgerStore.Entry entry : context.write(() -> rows.ledger().toUndo(operation))) {
      undo(context, entry);
      context.writing(r -> r.ledger().markUndone(operation, entry));
    }
    context.writing(r -> leases.free(operation.deployment()));
  }

  private void undo(StepContext context, LedgerStore.Entry entry) {
    switch (entry.kind()) {
      case ROUTE -> address.remove(context, context.facts());
      case CONTAINER -> {
        ContainerEngine engine = containers.engine(context);
        engine.stopContainer(entry.object(), 10);
        engine.removeContainer(entry.object());
      }
      case NETWORK -> containers.engine(context).removeNetwork(entry.object());
      case VOLUME -> containers.engine(context).removeVolume(entry.object());
      case PORT ->
          context.writing(r -> leases.freePort(context.operation().deployment(), entry.object()));
      case SUBNET -> {}
    }
  }

  private void runAsBefore(StepContext context, OpenOperation open) {
    OperationRef operation = open.ref();
    context.writing(r -> r.deployments().takeBackWish(operation.tenant(), operation.deployment()));
    Facts now = context.facts();
    Facts facts = now.asItServes();
    boolean beside = now.nextSide() != null;
    DeploymentPlan plan = context.plan(plans, facts).plan();
    context.writing(r ->
        r.deployments()
            .setServices(
                facts.tenant(),
                facts.id(),
                plan.services().stream()
                    .map(s ->
                        new DeploymentStore.Service(
                            s.name(), s.image(), containers.containerName(facts, s.name())))
                    .toList()));
    if (!beside) {
      containers.removeOthers(context, facts, plan);
      undoPorts(context);
    }
    if (!beside || !containers.allRun(context, facts, plan)) {
      containers.start(context, facts, plan);
    }
    if (open.statusBefore() == DeploymentStatus.STOPPED) {
      containers.stop(context, facts, plan);
      address.say(context, facts, "stopped");
      status(context, DeploymentStatus.STOPPED);
      return;
    }
    healthWait.forAll(context, containers, facts, plan);
    context.plan(plans, facts).entry().ifPresent(entry -> address.open(context, facts, entry));
    sides.giveUp(context, now);
    status(context, DeploymentStatus.RUNNING);
  }

  /** Ports that only the change needed. Its volumes stay: they may hold data by now. */
  private void undoPorts(StepContext context) {
    OperationRef operation = context.operation();
    for (LedgerStore.Entry entry : context.write(() -> rows.ledger().toUndo(operation))) {
      if (entry.kind() == LedgerStore.Kind.PORT) {
        undo(context, entry);
      }
      if (entry.kind() == LedgerStore.Kind.PORT || entry.kind() == LedgerStore.Kind.CONTAINER) {
        context.writing(r -> r.ledger().markUndone(operation, entry));
      }
    }
  }

  private static void status(StepContext context, DeploymentStatus status) {
    OperationRef operation = context.operation();
    context.writing(
        r -> r.deployments().setStatus(operation.tenant(), operation.deployment(), status, null));
  }
}
