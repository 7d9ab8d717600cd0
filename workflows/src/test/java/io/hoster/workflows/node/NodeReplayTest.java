package io.hoster.workflows.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeReplayTest {

  @Test
  void aSavedHistoryReplays() throws Exception {
    NodeHistoryRecorder.HISTORY.replay(NodeWorkflowImpl.class);
  }

  @Test
  void aWorkflowThatDoesOtherThingsIsFoundOut() {
    assertThatThrownBy(() -> NodeHistoryRecorder.HISTORY.replay(Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one makes the node known. */
  public static final class Changed implements NodeWorkflow {

    @Override
    public void run(NodeInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }
  }
}
