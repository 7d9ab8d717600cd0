package io.hoster.workflows.tenant;

import io.hoster.workflows.SkippedTime;
import io.hoster.workflows.tenant.SuspensionWorkflow.SuspensionInput;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;

/** One tenant's suspension in an engine of its own whose time is skipped. */
final class SuspensionRig implements AutoCloseable {

  static final TenantId TENANT = new TenantId("ten_1");

  private final SkippedTime<SuspensionWorkflow> engine;

  SuspensionRig(SuspensionActivities rows) {
    engine =
        new SkippedTime<>(
            SuspensionWorkflow.class,
            SuspensionWorkflowImpl.class,
            SuspensionWorkflow.idOf(TENANT),
            rows);
  }

  /** Runs it to its end; returns how long that took in the engine's time. */
  Duration run() {
    return engine.run(workflow -> workflow.run(new SuspensionInput(TENANT)));
  }

  WorkflowExecutionHistory firstRun() {
    return engine.firstRun();
  }

  @Override
  public void close() {
    engine.close();
  }
}
