package io.hoster.workflows.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of a released workflow shows, unless old runs are asked for their version. */
class NodeReplayTest {

  @ParameterizedTest
  @EnumSource
  void aWorkflowThatDoesOtherThingsIsFoundOut(NodeLife life) {
    assertThatThrownBy(() -> life.history().replay(Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatDoesOtherThingsInNewRunsOnlyIsNot(NodeLife life) {
    assertThatCode(() -> life.history().replay(ChangedByVersion.class)).doesNotThrowAnyException();
  }

  /** Rests before it makes the node known. */
  public static final class Changed implements NodeWorkflow {

    @Override
    public void run(NodeInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
      watch(input);
    }
  }

  /** The same, as a released workflow is changed. */
  public static final class ChangedByVersion implements NodeWorkflow {

    @Override
    public void run(NodeInput input) {
      if (Workflow.getVersion("rest first", Workflow.DEFAULT_VERSION, 1) == 1) {
        Workflow.sleep(Duration.ofMinutes(1));
      }
      watch(input);
    }
  }

  private static void watch(NodeWorkflow.NodeInput input) {
    Workflow.upsertTypedSearchAttributes(SearchAttributes.NODE.valueSet(input.node().value()));
    activities(TaskQueues.CONTROL).registerLocalNode(input.node());
    activities(TaskQueues.NODE_WATCH).watchNode(input.node());
    Workflow.continueAsNew(input);
  }

  private static NodeActivities activities(String queue) {
    return Workflow.newActivityStub(
        NodeActivities.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(queue)
            .setStartToCloseTimeout(Duration.ofHours(2))
            .build());
  }
}
