package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.LedgerStore;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.store.operation.StepStore;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What staff passed over: a failing step that is skipped, or was done by hand. */
@Component
final class PassedSteps {

  private final DeploymentStore deployments;
  private final OperationStore operations;
  private final StepStore steps;
  private final LedgerStore ledger;
  private final RouteStore routes;
  private final CommandStore commands;
  private final OperationEnd end;

  PassedSteps(
      DeploymentStore deployments,
      OperationStore operations,
      StepStore steps,
      LedgerStore ledger,
      RouteStore routes,
      CommandStore commands,
      OperationEnd end) {
    this.deployments = deployments;
    this.operations = operations;
    this.steps = steps;
    this.ledger = ledger;
    this.routes = routes;
    this.commands = commands;
    this.end = end;
  }

  /** The operation goes on after {@code step}; when that was the last one, it has succeeded. */
  void passOver(Facts facts, OpenOperation open, Step step, CommandRef command) {
    Asked asked = asked(facts, command);
    long generation = deployments.raiseGeneration(facts.tenant(), facts.id(), false);
    OperationRef operation = open.ref().under(generation);
    steps.finishStep(operation, step, "skipped", asked.how());
    operations.goOn(facts.tenant(), operation.id(), generation);
    deployments.setStatus(facts.tenant(), facts.id(), operation.kind().during(), null);
    if (open.ref().steps().size() == 1) {
      end.succeeded(operation);
    }
    commands.markApplied(facts.tenant(), command.id(), operation.id().value(), null);
    tell(facts, operation.id(), asked, step.title() + ": " + asked.how() + ".");
  }

  /** What the operation made was removed by hand: its ledger says so, its route goes. */
  void undoneByHand(Facts facts, OpenOperation open, CommandRef command) {
    Asked asked = asked(facts, command);
    ledger.markAllUndone(open.ref());
    routes.remove(facts.tenant(), facts.id());
    tell(facts, open.ref().id(), asked, "Rolling back: " + asked.how() + ".");
  }

  private Asked asked(Facts facts, CommandRef command) {
    return new Asked(
        command.kind(),
        commands.asker(facts.tenant(), command.id()).name(),
        commands.reason(facts.tenant(), command.id()));
  }

  /** Who passed over a step, and why. */
  private record Asked(CommandKind kind, String name, String reason) {

    String how() {
      String what = kind == CommandKind.SKIP ? "skipped" : "done by hand";
      return what + " by " + name + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
  }

  private void tell(Facts facts, OperationId operation, Asked asked, String message) {
    deployments.addEvent(
        facts.tenant(),
        facts.id(),
        asked.kind().name().toLowerCase(Locale.ROOT),
        message,
        operation);
  }
}
