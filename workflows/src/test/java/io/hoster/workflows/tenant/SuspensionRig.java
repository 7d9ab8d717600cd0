package io.hoster.workflows.tenant;

import io.hoster.workflows.Payloads;
import io.hoster.workflows.TaskQueues;
import io.hoster.workflows.tenant.SuspensionWorkflow.SuspensionInput;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;

/** One tenant's suspension in an engine of its own whose time is skipped. */
final class SuspensionRig implements AutoCloseable {

  static final TenantId TENANT = new TenantId("ten_1");
  private static final IndexedValueType KEYWORD = IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;

  final TestWorkflowEnvironment environment;

  SuspensionRig(SuspensionActivities rows) {
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
    control.registerWorkflowImplementationTypes(SuspensionWorkflowImpl.class);
    control.registerActivitiesImplementations(rows);
    environment.start();
  }

  /** Runs it to its end; returns how long that took in the engine's time. */
  Duration run() {
    long begun = environment.currentTimeMillis();
    SuspensionWorkflow workflow =
        environment
            .getWorkflowClient()
            .newWorkflowStub(
                SuspensionWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(SuspensionWorkflow.idOf(TENANT))
                    .setTaskQueue(TaskQueues.CONTROL)
                    .build());
    workflow.run(new SuspensionInput(TENANT));
    WorkflowStub.fromTyped(workflow).getResult(Void.class);
    return Duration.ofMillis(environment.currentTimeMillis() - begun);
  }

  WorkflowExecutionHistory firstRun() {
    WorkflowClient client = environment.getWorkflowClient();
    String id = SuspensionWorkflow.idOf(TENANT);
    WorkflowExecutionHistory last = client.fetchHistory(id);
    return client.fetchHistory(
        id,
        last.getEvents()
            .getFirst()
            .getWorkflowExecutionStartedEventAttributes()
            .getFirstExecutionRunId());
  }

  @Override
  public void close() {
    environment.close();
  }
}
