package io.hoster.activities.deployment;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.store.operation.StepStore;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentRecordActivities;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import io.hoster.workflows.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows' side of the deployment's workflow: each call is one transaction under the row's lock.
 */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class DeploymentRecords implements DeploymentRecordActivities {

  private static final Logger log = LoggerFactory.getLogger(DeploymentRecords.class);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WorkerTransactions transactions;
  private final DeploymentStore deployments;
  private final OperationStore operations;
  private final StepStore steps;
  private final CommandStore commands;
  private final RouteStore routes;
  private final PassedSteps passed;
  private final OperationMeters meters;
  private final TakeBack takeBack;

  DeploymentRecords(
      WorkerTransactions transactions,
      DeploymentStore deployments,
      OperationStore operations,
      StepStore steps,
      CommandStore commands,
      RouteStore routes,
      PassedSteps passed,
      OperationMeters meters,
      TakeBack takeBack) {
    this.takeBack = takeBack;
    this.transactions = transactions;
    this.deployments = deployments;
    this.operations = operations;
    this.steps = steps;
    this.commands = commands;
    this.routes = routes;
    this.passed = passed;
    this.meters = meters;
  }

  @Override
  public Directive findOpenOperation(TenantId tenant, DeploymentId deployment) {
    return transactions.tenant(tenant, () -> directive(tenant, deployment));
  }

  private Directive directive(TenantId tenant, DeploymentId deployment) {
    if (deployments.find(tenant, deployment).isEmpty()) {
      return new Directive.End();
    }
    Optional<OpenOperation> open = operations.open(tenant, deployment);
    if (open.isEmpty()) {
      return new Directive.Rest("Nothing is under way.");
    }
    OpenOperation operation = open.get();
    if (operation.waitsForPerson()) {
      return new Directive.Rest("Waits for a person's decision.");
    }
    return operation.undoingTo() == null
        ? new Directive.CarryOut(operation.ref())
        : new Directive.Undo(operation.ref());
  }

  @Override
  public Directive applyCommand(TenantId tenant, DeploymentId deployment, CommandRef command) {
    try (OperationLog _ = OperationLog.of(tenant, deployment)) {
      Directive next = transactions.tenant(tenant, () -> apply(tenant, deployment, command));
      log.info("Command applied: command={} kind={} next={}", command.id(), command.kind(), next);
      return next;
    }
  }

  private Directive apply(TenantId tenant, DeploymentId deployment, CommandRef command) {
    Optional<Facts> facts = deployments.lock(tenant, deployment);
    boolean known = commands.subjectOf(tenant, command.id()).isPresent();
    if (!known || commands.outcome(tenant, command.id()).isPresent()) {
      return directive(tenant, deployment);
    }
    if (facts.isEmpty()) {
      commands.markApplied(tenant, command.id(), null, "The app is gone.");
      return new Directive.End();
    }
    @Nullable OpenOperation open = operations.open(tenant, deployment).orElse(null);
    switch (Verdict.of(command.kind(), facts.get().status(), asOpen(open))) {
      case Verdict.Refused refused ->
          commands.markApplied(tenant, command.id(), null, refused.reason());
      case Verdict.Begin begin ->
          begin(facts.get(), Suspended.kind(facts.get(), begin.kind()), open, command);
      case Verdict.GoOn goOn -> goOn(facts.get(), goOn.changed(), required(open), command);
      case Verdict.PassOver passOver ->
          passed.passOver(facts.get(), required(open), firstOpen(required(open)), command);
      case Verdict.Undo undo -> undo(facts.get(), undo.endsAs(), required(open), command);
      case Verdict.UndoneByHand undone -> {
        passed.undoneByHand(facts.get(), required(open), command);
        undo(facts.get(), "rolled_back", required(open), command);
      }
    }
    return directive(tenant, deployment);
  }

  private static Verdict.@Nullable Open asOpen(@Nullable OpenOperation open) {
    return open == null
        ? null
        : new Verdict.Open(
            open.ref().kind(),
            open.waitsForPerson(),
            open.undoingTo() != null,
            open.ref().steps().isEmpty() ? null : open.ref().steps().getFirst());
  }

  private static OpenOperation required(@Nullable OpenOperation open) {
    if (open == null) {
      throw new IllegalStateException("the verdict speaks of an operation that is not open");
    }
    return open;
  }

  private void begin(
      Facts facts, OperationKind kind, @Nullable OpenOperation open, CommandRef command) {
    if (kind == OperationKind.SUSPEND) {
      suspend(facts, open);
    } else if (kind != OperationKind.RESUME && facts.suspendedFrom() != null) {
      deployments.setSuspendedFrom(facts.tenant(), facts.id(), null);
    }
    if (open != null) {
      operations.end(facts.tenant(), open.ref().id(), "cancelled");
      meters.ended(open.ref().kind(), "cancelled");
    }
    boolean newSpec = kind == OperationKind.PROVISION || kind == OperationKind.REDEPLOY;
    long generation = deployments.raiseGeneration(facts.tenant(), facts.id(), newSpec);
    OperationId operation =
        operations.begin(
            facts.tenant(),
            facts.id(),
            kind,
            command.id(),
            generation,
            facts.status(),
            commands.asker(facts.tenant(), command.id()).name());
    deployments.setStatus(facts.tenant(), facts.id(), kind.during(), null);
    commands.markApplied(facts.tenant(), command.id(), operation.value(), null);
  }

  private void suspend(Facts facts, @Nullable OpenOperation open) {
    deployments.setSuspendedFrom(facts.tenant(), facts.id(), Suspended.from(facts, open));
    if (facts.appliedRevision() > 0 && facts.revision() != facts.appliedRevision()) {
      deployments.takeBackWish(facts.tenant(), facts.id()); // the change that failed is given up
    }
  }

  private void goOn(Facts facts, boolean changed, OpenOperation open, CommandRef command) {
    OperationId operation = open.ref().id();
    long generation = deployments.raiseGeneration(facts.tenant(), facts.id(), changed);
    steps.resetFailed(facts.tenant(), operation);
    if (changed) {
      steps.resetFrom(facts.tenant(), operation, Step.RESERVE_PORT);
    }
    operations.goOn(facts.tenant(), operation, generation);
    deployments.setStatus(facts.tenant(), facts.id(), open.ref().kind().during(), null);
    commands.markApplied(facts.tenant(), command.id(), operation.value(), null);
  }

  private void undo(Facts facts, String endsAs, OpenOperation open, CommandRef command) {
    OperationId operation = open.ref().id();
    long generation = deployments.raiseGeneration(facts.tenant(), facts.id(), false);
    operations.undo(facts.tenant(), operation, generation, endsAs);
    DeploymentStatus meanwhile =
        open.ref().kind() == OperationKind.PROVISION
            ? DeploymentStatus.DELETING
            : DeploymentStatus.UPDATING;
    deployments.setStatus(facts.tenant(), facts.id(), meanwhile, "Being rolled back.");
    commands.markApplied(facts.tenant(), command.id(), operation.value(), null);
  }

  @Override
  public void recordWaitingForPerson(OperationRef operation, String failureType, String message) {
    if (failureType.equals(FailureType.SUPERSEDED.name())) {
      return;
    }
    try (OperationLog _ = OperationLog.of(operation)) {
      transactions.tenant(operation.tenant(), () -> waitForPerson(operation, failureType, message));
    }
  }

  private void waitForPerson(OperationRef operation, String failureType, String message) {
    Optional<OpenOperation> open = operations.open(operation.tenant(), operation.deployment());
    if (open.isEmpty()
        || !open.get().ref().id().equals(operation.id())
        || open.get().waitsForPerson()) {
      return; // overtaken, or recorded before
    }
    Step step = firstOpen(open.get());
    steps.failStep(operation, step, message, null, null);
    if (TakeBack.isDue(open.get(), step, failureType)) {
      takeBack.begin(open.get().ref(), step.title() + " failed: " + message);
      return;
    }
    String technical = steps.technical(operation, step).orElse(message);
    operations.waitForPerson(
        operation.tenant(),
        operation.id(),
        JSON.writeValueAsString(new Failure(step.name(), failureType, message, technical)));
    deployments.setStatus(
        operation.tenant(), operation.deployment(), DeploymentStatus.FAILED, message);
    routes.giveUp(operation.tenant(), operation.deployment());
    deployments.addEvent(
        operation.tenant(),
        operation.deployment(),
        "failed",
        step.title() + " failed: " + message,
        operation.id());
    meters.stopped(failureType);
    log.error(
        "Operation waits for a person: kind={} step={} type={}",
        operation.kind(),
        step,
        failureType);
  }

  private static Step firstOpen(OpenOperation open) {
    return open.ref().steps().isEmpty()
        ? open.ref().kind().steps().getLast()
        : open.ref().steps().getFirst();
  }

  /** As the operation's row keeps it. */
  private record Failure(String step, String code, String message, String technical) {}
}
