package io.hoster.workflows.deployment;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * The workflow's other side: one deployment's rows, kept by the same rules as the real ones, and
 * steps that do nothing but what a test asks of them.
 */
final class RowsInMemory implements DeploymentRecordActivities, DeploymentStepActivities {

  /** What a test has an activity do before it succeeds. */
  interface Behaviour {
    void act();
  }

  /** Where activities fail: a phase, the undo, or the search for what is open. */
  enum Place {
    FIND_OPEN,
    PREPARE,
    WITHDRAW,
    CONTAINERS,
    PUBLISH,
    CLEAR,
    UNDO;

    static Place of(Step.Phase phase) {
      return valueOf(phase.name());
    }
  }

  private static final long PATIENCE_MILLIS = 60_000;

  private final Map<Place, Deque<Behaviour>> behaviours = new EnumMap<>(Place.class);
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private DeploymentStatus status;
  private DeploymentStatus statusBefore = DeploymentStatus.PENDING;
  private boolean gone;
  private long generation;
  private int operations;
  private OperationRef open;
  private boolean waitsForPerson;
  private String undoingTo;
  private String reason = "";
  private int resting;

  RowsInMemory(DeploymentStatus status) {
    this.status = status;
  }

  // what a test asks for

  synchronized void next(Place place, Behaviour behaviour) {
    behaviours.computeIfAbsent(place, p -> new ArrayDeque<>()).add(behaviour);
  }

  /** Without a trace: saved histories shall be short. */
  static Behaviour fails(FailureType type) {
    return () -> {
      ApplicationFailure failure =
          type.isRetried()
              ? ApplicationFailure.newFailure("It failed.", type.name())
              : ApplicationFailure.newNonRetryableFailure("It failed.", type.name());
      failure.setStackTrace(new StackTraceElement[0]);
      throw failure;
    };
  }

  /** Fails there; the steps before it are done. */
  Behaviour failsAt(Step step, FailureType type) {
    return () -> {
      doneBefore(step);
      fails(type).act();
    };
  }

  private synchronized void doneBefore(Step step) {
    List<Step> left = open.steps().subList(open.steps().indexOf(step), open.steps().size());
    open = withLeft(left);
  }

  /** An operation that was under way when the engine lost everything. */
  synchronized void openAlready(OperationKind kind, String undoing, List<Step> left) {
    generation = 7;
    status = kind.during();
    undoingTo = undoing;
    open =
        new OperationRef(
            new OperationId("opr_before"),
            kind,
            DeploymentRig.TENANT,
            DeploymentRig.DEPLOYMENT,
            generation,
            left,
            kind.steps().size());
  }

  // what a test looks at

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Each operation's end, such as {@code PROVISION succeeded}. */
  synchronized List<String> ended() {
    return List.copyOf(ended);
  }

  synchronized DeploymentStatus status() {
    return status;
  }

  synchronized String outcome(CommandRef command) {
    return outcomes.get(command.id().value());
  }

  synchronized boolean waitsForPerson() {
    return open != null && waitsForPerson;
  }

  synchronized String reason() {
    return reason;
  }

  synchronized boolean isGone() {
    return gone;
  }

  /** How often the workflow was told to rest. */
  synchronized int resting() {
    return resting;
  }

  synchronized void await(Predicate<RowsInMemory> condition) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!condition.test(this)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("did not happen: " + status + ", " + calls + ", " + outcomes);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  void awaitRunning(String call) {
    await(rows -> rows.calls().contains(call));
  }

  // the rows' side

  @Override
  public Directive findOpenOperation(TenantId tenant, DeploymentId deployment) {
    behave(Place.FIND_OPEN);
    return directive();
  }

  private synchronized Directive directive() {
    notifyAll();
    if (gone) {
      return new Directive.End();
    }
    if (open == null || waitsForPerson) {
      resting++;
      return new Directive.Rest(open == null ? "Nothing is under way." : "Waits for a person.");
    }
    return undoingTo == null ? new Directive.CarryOut(open) : new Directive.Undo(open);
  }

  @Override
  public synchronized Directive applyCommand(
      TenantId tenant, DeploymentId deployment, CommandRef command) {
    if (!outcomes.containsKey(command.id().value())) {
      calls.add("apply " + command.kind());
      outcomes.put(command.id().value(), gone ? "The app is gone." : apply(command));
    }
    return directive();
  }

  private String apply(CommandRef command) {
    Verdict.Open asOpen =
        open == null
            ? null
            : new Verdict.Open(
                open.kind(), waitsForPerson, undoingTo != null, open.steps().getFirst());
    switch (Verdict.of(command.kind(), status, asOpen)) {
      case Verdict.Refused refused -> {
        return refused.reason();
      }
      case Verdict.Begin(OperationKind kind) -> {
        if (open != null) {
          ended.add(open.kind() + " cancelled");
        }
        statusBefore = status;
        begin(kind, kind.steps(), new OperationId("opr_" + ++operations));
      }
      case Verdict.GoOn(boolean changed) ->
          begin(open.kind(), changed ? open.kind().steps() : open.steps(), open.id());
      case Verdict.PassOver passOver -> {
        begin(open.kind(), open.steps().subList(1, open.steps().size()), open.id());
        if (open.steps().isEmpty()) {
          end(open.kind());
        }
      }
      case Verdict.UndoneByHand undone -> {
        begin(open.kind(), open.steps(), open.id());
        status = DeploymentStatus.UPDATING;
      }
      case Verdict.Undo(String endsAs) -> {
        begin(open.kind(), open.steps(), open.id());
        status = DeploymentStatus.UPDATING;
        undoingTo = undoingTo == null ? endsAs : undoingTo;
      }
    }
    return "applied";
  }

  private void begin(OperationKind kind, List<Step> steps, OperationId id) {
    if (open == null || !open.id().equals(id)) {
      undoingTo = null;
    }
    open =
        new OperationRef(
            id,
            kind,
            DeploymentRig.TENANT,
            DeploymentRig.DEPLOYMENT,
            ++generation,
            steps,
            kind.steps().size());
    waitsForPerson = false;
    status = kind.during();
  }

  @Override
  public synchronized void recordWaitingForPerson(
      OperationRef operation, String failureType, String message) {
    if (open == null || !open.id().equals(operation.id())) {
      return;
    }
    calls.add("wait " + failureType);
    waitsForPerson = true;
    reason = message;
    status = DeploymentStatus.FAILED;
    notifyAll();
  }

  // the steps' side

  @Override
  public void prepareDeployment(OperationRef operation) {
    work(Place.PREPARE, Step.Phase.PREPARE, operation);
  }

  @Override
  public void changeContainers(OperationRef operation) {
    work(Place.CONTAINERS, Step.Phase.CONTAINERS, operation);
  }

  @Override
  public void publishDeployment(OperationRef operation) {
    work(Place.PUBLISH, Step.Phase.PUBLISH, operation);
  }

  @Override
  public void withdrawAddress(OperationRef operation) {
    work(Place.WITHDRAW, Step.Phase.WITHDRAW, operation);
  }

  @Override
  public void clearDeployment(OperationRef operation) {
    work(Place.CLEAR, Step.Phase.CLEAR, operation);
  }

  @Override
  public void undoOperation(OperationRef operation) {
    say("undo " + operation.kind());
    behave(Place.UNDO);
    undone(operation);
  }

  private synchronized void undone(OperationRef operation) {
    requireCurrent(operation);
    ended.add(operation.kind() + " " + undoingTo);
    open = null;
    gone = operation.kind() == OperationKind.PROVISION;
    status = statusBefore;
    notifyAll();
  }

  private void work(Place place, Step.Phase phase, OperationRef operation) {
    say(phase.name().toLowerCase(java.util.Locale.ROOT) + " " + operation.kind());
    behave(place);
    done(phase, operation);
  }

  private synchronized void done(Step.Phase phase, OperationRef operation) {
    requireCurrent(operation);
    List<Step> left = open.steps().stream().filter(step -> step.phase() != phase).toList();
    OperationKind kind = open.kind();
    if (left.isEmpty()) {
      end(kind);
    } else {
      open = withLeft(left);
    }
    notifyAll();
  }

  private OperationRef withLeft(List<Step> left) {
    return new OperationRef(
        open.id(), open.kind(), open.tenant(), open.deployment(), generation, left, open.total());
  }

  private void end(OperationKind kind) {
    ended.add(kind + " succeeded");
    open = null;
    gone = kind == OperationKind.DELETE;
    status =
        switch (kind) {
          case STOP -> DeploymentStatus.STOPPED;
          case SUSPEND -> DeploymentStatus.SUSPENDED;
          case DELETE -> DeploymentStatus.DELETING;
          case PROVISION, START, RESTART, REDEPLOY, RESUME, REPAIR -> DeploymentStatus.RUNNING;
        };
  }

  private void requireCurrent(OperationRef operation) {
    if (open == null || operation.generation() != generation) {
      throw ApplicationFailure.newNonRetryableFailure("overtaken", FailureType.SUPERSEDED.name());
    }
  }

  private synchronized void say(String call) {
    calls.add(call);
    notifyAll();
  }

  private void behave(Place place) {
    Behaviour behaviour;
    synchronized (this) {
      Deque<Behaviour> waiting = behaviours.get(place);
      behaviour = waiting == null ? null : waiting.poll();
    }
    if (behaviour != null) {
      behaviour.act();
    }
  }

  /** Works on until somebody cancels it, as a pull of an image does. */
  Behaviour worksUntilCancelled() {
    return () -> {
      while (true) {
        Activity.getExecutionContext().heartbeat(null);
        pause();
      }
    };
  }

  /** Works on until {@code end}, and hears no cancel. */
  Behaviour worksUntil(CountDownLatch end) {
    return () -> {
      while (end.getCount() > 0) {
        try {
          Activity.getExecutionContext().heartbeat(null);
        } catch (ActivityCompletionException e) {
          // deaf to it, as a step is that has just made its last call
        }
        pause();
      }
    };
  }

  private synchronized void pause() {
    try {
      wait(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
