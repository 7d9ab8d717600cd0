package io.hoster.workflows.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspensionWorkflowTest {

  @Test
  void looksUntilNothingIsLeft() {
    SuspensionRows rows = new SuspensionRows(250, List.of(250, 150, 50, 0));
    try (SuspensionRig rig = new SuspensionRig(rows)) {
      rig.run();
    }
    assertThat(rows.looks()).isEqualTo(4);
  }

  @Test
  void whatHasNothingLeftEndsAtOnce() {
    SuspensionRows rows = new SuspensionRows(3, List.of(0));
    try (SuspensionRig rig = new SuspensionRig(rows)) {
      rig.run();
    }
    assertThat(rows.looks()).isEqualTo(1);
  }

  /** Somebody has to decide about one; it is looked after less and less often, for hours. */
  @Test
  void oneThatDoesNotComeIsLookedAfterSeldom() {
    List<Integer> stands = Collections.nCopies(60, 1);
    List<Integer> left = new java.util.ArrayList<>(stands);
    left.add(0);
    SuspensionRows rows = new SuspensionRows(1, left);
    try (SuspensionRig rig = new SuspensionRig(rows)) {
      assertThat(rig.run()).isGreaterThan(Duration.ofMinutes(45));
    }
    assertThat(rows.looks()).isEqualTo(61);
  }

  @Test
  void aDatabaseThatIsAwayComesBack() {
    SuspensionRows rows = new SuspensionRows(2, List.of(2, 0));
    int[] failures = {3};
    SuspensionActivities sometimes =
        tenant -> {
          if (failures[0]-- > 0) {
            throw ApplicationFailure.newFailure("away", "STORE_UNAVAILABLE");
          }
          return rows.commandSuspensions(tenant);
        };
    try (SuspensionRig rig = new SuspensionRig(sometimes)) {
      rig.run();
    }
    assertThat(rows.looks()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aWorkflowThatDoesOtherThingsIsFoundOut(SuspensionLife life) {
    assertThatThrownBy(() -> life.history().replay(Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one looks at the rows. */
  public static final class Changed implements SuspensionWorkflow {

    @Override
    public void run(SuspensionInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }
  }
}
