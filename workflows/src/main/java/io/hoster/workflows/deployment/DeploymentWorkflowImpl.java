package io.hoster.workflows.deployment;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.UntilItWorks;
import io.hoster.workflows.operation.Backoff;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** See {@link DeploymentWorkflow}. Handlers only take commands in; the main loop works. */
public final class DeploymentWorkflowImpl implements DeploymentWorkflow {

  /** The limit is the step's own, kept in its row; the engine only paces. */
  private static final RetryOptions PACED =
      RetryOptions.newBuilder()
          .setInitialInterval(Backoff.FIRST)
          .setBackoffCoefficient(Backoff.FACTOR)
          .setMaximumInterval(Backoff.LONGEST)
          .build();

  /** A lost worker is noticed after this long: what a crash costs. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(6);

  /** So many commands a run, then a fresh history. */
  private static final int COMMANDS_A_RUN = 200;

  /** Commands of earlier runs that are still recognised; the row judges older ones. */
  private static final int SEEN_KEPT = 500;

  private final DeploymentRecordActivities records =
      Workflow.newLocalActivityStub(DeploymentRecordActivities.class, UntilItWorks.options());

  private final DeploymentId deployment;
  private final Set<String> seen;
  private final Deque<CommandRef> commands;
  private int taken;
  private @Nullable CancellationScope working;

  @WorkflowInit
  public DeploymentWorkflowImpl(DeploymentInput input) {
    deployment = input.deployment();
    seen = new LinkedHashSet<>(input.seen());
    commands = new ArrayDeque<>(input.waiting());
  }

  @Override
  public void run(DeploymentInput input) {
    Directive next = records.findOpenOperation(input.tenant(), deployment);
    while (!(next instanceof Directive.End)) {
      follow(next);
      if (isTimeForAFreshRun()) {
        continueAsNew(input);
      }
      next = whatNext(input, next);
    }
    show("Gone", "The deployment was deleted or its first set-up undone.");
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  @Override
  public void takeCommand(CommandRef command) {
    if (!seen.add(command.id().value())) {
      return;
    }
    taken++;
    commands.add(command);
    CancellationScope scope = working;
    if (command.kind() == CommandKind.CANCEL && scope != null) {
      scope.cancel("cancelled by command " + command.id());
    }
  }

  @Override
  public void validateCommand(CommandRef command) {
    if (command.id() == null || command.kind() == null) {
      throw ApplicationFailure.newNonRetryableFailure(
          "a command has an id and a kind", FailureType.INVALID_REQUEST.name());
    }
  }

  /**
   * Applies all that waits, in its order, before anything is carried out: each was accepted for
   * what the ones before it lead to, and a cancelled operation must not be taken up again before
   * its cancel.
   */
  private Directive whatNext(DeploymentInput input, Directive done) {
    if (done instanceof Directive.Rest) {
      Workflow.await(() -> !commands.isEmpty());
    }
    if (commands.isEmpty()) {
      return records.findOpenOperation(input.tenant(), deployment);
    }
    Directive next = done;
    while (!commands.isEmpty()) {
      next = records.applyCommand(input.tenant(), deployment, commands.remove());
    }
    return next;
  }

  private void follow(Directive directive) {
    switch (directive) {
      case Directive.CarryOut(OperationRef operation) -> carryOut(operation);
      case Directive.Undo(OperationRef operation) -> undo(operation);
      case Directive.Rest rest -> show("At rest", rest.why());
      case Directive.End end -> {}
    }
  }

  private void carryOut(OperationRef operation) {
    SearchAttributes.working(operation.kind().name());
    CancellationScope scope =
        Workflow.newCancellationScope(
            () -> operation.phases().forEach(phase -> go(phase, operation)));
    working = scope;
    try {
      scope.run();
      SearchAttributes.atRest(operation.kind().name());
    } catch (CanceledFailure e) {
      show("Cancelled", operation.id().value());
    } catch (ActivityFailure e) {
      if (!(e.getCause() instanceof CanceledFailure)) {
        waitForPerson(operation, e);
      }
    } finally {
      working = null;
    }
  }

  private void go(Step.Phase phase, OperationRef operation) {
    List<Step> steps = operation.steps().stream().filter(s -> s.phase() == phase).toList();
    int position =
        operation.total()
            - operation.steps().size()
            + operation.steps().indexOf(steps.getFirst())
            + 1;
    String summary =
        "Step "
            + position
            + " of "
            + operation.total()
            + ": "
            + String.join(", ", steps.stream().map(Step::title).toList());
    show(operation.kind().title(), summary);
    switch (phase) {
      case PREPARE -> steps(TaskQueues.CONTROL, summary).prepareDeployment(operation);
      case CONTAINERS -> steps(TaskQueues.NODE_OPS, summary).changeContainers(operation);
      case PUBLISH -> steps(TaskQueues.CONTROL, summary).publishDeployment(operation);
      case WITHDRAW -> steps(TaskQueues.CONTROL, summary).withdrawAddress(operation);
      case CLEAR -> steps(TaskQueues.CONTROL, summary).clearDeployment(operation);
    }
  }

  private void undo(OperationRef operation) {
    SearchAttributes.working("UNDO_" + operation.kind());
    show("Rolling back", operation.kind().title());
    try {
      steps(TaskQueues.NODE_OPS, "Undo " + operation.kind()).undoOperation(operation);
      SearchAttributes.atRest("ROLLED_BACK");
    } catch (ActivityFailure e) {
      waitForPerson(operation, e);
    }
  }

  private void waitForPerson(OperationRef operation, ActivityFailure e) {
    String type = FailureType.UNEXPECTED.name();
    String message = String.valueOf(e.getMessage());
    if (e.getCause() instanceof ApplicationFailure failure) {
      type = failure.getType();
      message = failure.getOriginalMessage();
    }
    records.recordWaitingForPerson(operation, type, message);
    SearchAttributes.needsPerson(type);
    show("Needs a person: " + type, message);
  }

  private static DeploymentStepActivities steps(String queue, String summary) {
    return Workflow.newActivityStub(
        DeploymentStepActivities.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(queue)
            .setStartToCloseTimeout(Duration.ofHours(2))
            .setHeartbeatTimeout(HEARTBEAT)
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .setRetryOptions(PACED)
            .setSummary(summary)
            .build());
  }

  private boolean isTimeForAFreshRun() {
    return taken >= COMMANDS_A_RUN || Workflow.getInfo().isContinueAsNewSuggested();
  }

  private void continueAsNew(DeploymentInput input) {
    Workflow.await(Workflow::isEveryHandlerFinished);
    List<String> kept = new ArrayList<>(seen);
    kept = kept.subList(Math.max(0, kept.size() - SEEN_KEPT), kept.size());
    Workflow.continueAsNew(
        new DeploymentInput(deployment, input.tenant(), kept, new ArrayList<>(commands)));
  }

  private static void show(String what, String more) {
    Workflow.setCurrentDetails("**" + what + "**\n\n" + more);
  }
}
