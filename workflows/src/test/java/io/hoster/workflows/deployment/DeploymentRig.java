package io.hoster.workflows.deployment;

import io.hoster.workflows.Payloads;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.deployment.DeploymentWorkflow.DeploymentInput;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;

/** One deployment's workflow in an engine of its own whose time is skipped. */
final class DeploymentRig implements AutoCloseable {

  static final TenantId TENANT = new TenantId("ten_1");
  static final DeploymentId DEPLOYMENT = new DeploymentId("dep_1");
  private static final IndexedValueType KEYWORD = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
  private static final int TRIES = 10;

  final RowsInMemory rows;
  final DeploymentRuns runs;
  private final TestWorkflowEnvironment environment;
  private int given;

  DeploymentRig() {
    this(DeploymentStatus.PENDING);
  }

  DeploymentRig(DeploymentStatus status) {
    this(status, Payloads.plain());
  }

  DeploymentRig(DeploymentStatus status, DataConverter converter) {
    rows = new RowsInMemory(status);
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .registerSearchAttribute("HosterTenant", KEYWORD)
                .registerSearchAttribute("HosterSubject", KEYWORD)
                .registerSearchAttribute("HosterState", KEYWORD)
                .registerSearchAttribute("HosterFailure", KEYWORD)
                .registerSearchAttribute(
                    "HosterNeedsPerson", IndexedValueType.INDEXED_VALUE_TYPE_BOOL)
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(converter)
                        .setIdentity("test")
                        .build())
                .build());
    runs = new DeploymentRuns(environment.getWorkflowClient());
    WorkerOptions beatsOften =
        WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(60_000)
            .setMaxHeartbeatThrottleInterval(Duration.ofMillis(100))
            .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(100))
            .build();
    var control = environment.newWorker(TaskQueues.CONTROL, beatsOften);
    control.registerWorkflowImplementationTypes(DeploymentWorkflowImpl.class);
    control.registerActivitiesImplementations(rows);
    environment.newWorker(TaskQueues.NODE_OPS, beatsOften).registerActivitiesImplementations(rows);
    environment.start();
  }

  CommandRef command(CommandKind kind) {
    return new CommandRef(new CommandId("cmd_" + ++given), kind);
  }

  /** Starts a run as the one before it would have: with commands that wait already. */
  void start(List<CommandRef> waiting) {
    DeploymentWorkflow workflow =
        environment
            .getWorkflowClient()
            .newWorkflowStub(
                DeploymentWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(DeploymentWorkflow.idOf(DEPLOYMENT))
                    .setTaskQueue(TaskQueues.CONTROL)
                    .build());
    WorkflowClient.start(
        workflow::run, new DeploymentInput(DEPLOYMENT, TENANT, List.of(), waiting));
  }

  /** Hands over a fresh command. */
  CommandRef give(CommandKind kind) {
    CommandRef command = command(kind);
    give(command);
    return command;
  }

  /** Hands over a command as the relay does: again, when nobody took it in time. */
  void give(CommandRef command) {
    RuntimeException last = new IllegalStateException("never tried");
    for (int i = 0; i < TRIES; i++) {
      try {
        runs.hand(TENANT, DEPLOYMENT, command);
        return;
      } catch (RuntimeException e) {
        last = e;
      }
    }
    throw last;
  }

  /** Hands over a fresh command and waits until the deployment stands there at rest. */
  CommandRef give(CommandKind kind, DeploymentStatus until) {
    CommandRef command = give(kind);
    awaitRest(command, until);
    return command;
  }

  void awaitRest(CommandRef command, DeploymentStatus until) {
    rows.await(r -> r.outcome(command) != null && r.status() == until);
  }

  /** Lets the engine's time pass. */
  void pass(Duration time) {
    environment.sleep(time);
  }

  void awaitEnd() {
    stub().getResult(Void.class);
  }

  WorkflowExecutionHistory history() {
    return environment.getWorkflowClient().fetchHistory(DeploymentWorkflow.idOf(DEPLOYMENT));
  }

  /** The first run's, once nothing more happens by itself. */
  WorkflowExecutionHistory restingHistory() {
    for (int i = 0; i < TRIES; i++) {
      if (isAtRest(history())) {
        return firstRun();
      }
      pass(Duration.ofSeconds(1));
    }
    throw new IllegalStateException("it does not come to rest");
  }

  /** Whatever was begun has ended. */
  private static boolean isAtRest(WorkflowExecutionHistory history) {
    return history.getEvents().stream()
            .map(event -> event.getEventType().name())
            .mapToInt(name ->
                name.endsWith("_TASK_SCHEDULED")
                    ? 1
                    : name.matches(".*_TASK_(COMPLETED|FAILED|TIMED_OUT|CANCELED)") ? -1 : 0)
            .sum()
        == 0;
  }

  private WorkflowExecutionHistory firstRun() {
    String first =
        history()
            .getEvents()
            .getFirst()
            .getWorkflowExecutionStartedEventAttributes()
            .getFirstExecutionRunId();
    return environment.getWorkflowClient().fetchHistory(DeploymentWorkflow.idOf(DEPLOYMENT), first);
  }

  String runId() {
    return stub().describe().getExecution().getRunId();
  }

  private WorkflowStub stub() {
    return environment
        .getWorkflowClient()
        .newUntypedWorkflowStub(DeploymentWorkflow.idOf(DEPLOYMENT));
  }

  @Override
  public void close() {
    environment.close();
  }
}
