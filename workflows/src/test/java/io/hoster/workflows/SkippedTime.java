package io.hoster.workflows;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.function.Consumer;

/** One run of a workflow of the control queue in an engine of its own whose time is skipped. */
public final class SkippedTime<T> implements AutoCloseable {

  private static final IndexedValueType KEYWORD = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;

  private final TestWorkflowEnvironment environment;
  private final Class<T> type;
  private final String id;

  /**
   * @param id of the run
   * @param rows the activities
   */
  public SkippedTime(Class<T> type, Class<? extends T> implementation, String id, Object rows) {
    this.type = type;
    this.id = id;
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .registerSearchAttribute("HosterTenant", KEYWORD)
                .registerSearchAttribute("HosterSubject", KEYWORD)
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.plain())
                        .setIdentity("test")
                        .build())
                .build());
    var control = environment.newWorker(TaskQueues.CONTROL);
    control.registerWorkflowImplementationTypes(implementation);
    control.registerActivitiesImplementations(rows);
    environment.start();
  }

  /** Runs it to its end; returns how long that took in the engine's time. */
  public Duration run(Consumer<T> start) {
    long begun = environment.currentTimeMillis();
    T workflow =
        environment
            .getWorkflowClient()
            .newWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(id)
                    .setTaskQueue(TaskQueues.CONTROL)
                    .build());
    start.accept(workflow);
    WorkflowStub.fromTyped(workflow).getResult(Void.class);
    return Duration.ofMillis(environment.currentTimeMillis() - begun);
  }

  /** The history of the first of its runs. */
  public WorkflowExecutionHistory firstRun() {
    WorkflowClient client = environment.getWorkflowClient();
    return client.fetchHistory(
        id,
        client
            .fetchHistory(id)
            .getEvents()
            .getFirst()
            .getWorkflowExecutionStartedEventAttributes()
            .getFirstExecutionRunId());
  }

  @Override
  public void close() {
    environment.close();
  }
}
