package io.hoster.workflows.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.SavedHistory;
import io.hoster.workflows.deployment.RowsInMemory.Place;
import io.hoster.workflows.deployment.Told.At;
import io.hoster.workflows.deployment.Told.Decision;
import io.hoster.workflows.operation.Choices;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the saved histories of deployments cover, and that a change shows; that they replay is
 * {@link io.hoster.workflows.SavedHistoryTest}'s.
 */
class ReplayTest {

  private static final List<Told> TOLD =
      Arrays.stream(Scenario.values()).map(s -> Told.by(s.history().events())).toList();

  @Test
  void everyOperationDoesItsWorkInSomeHistory() {
    Set<At> wanted = new LinkedHashSet<>();
    for (OperationKind kind : OperationKind.values()) {
      kind.steps().forEach(step -> wanted.add(new At(kind, Place.of(step.phase()))));
      if (kind.canRollBack()) {
        wanted.add(new At(kind, Place.UNDO));
      }
    }
    assertThat(TOLD).flatExtracting(Told::done).containsAll(wanted);
  }

  @Test
  void everyDecisionAboutEveryFailureIsMadeInSomeHistory() {
    Set<Decision> wanted = new LinkedHashSet<>();
    for (OperationKind kind : OperationKind.values()) {
      for (Step step : kind.steps()) {
        Place place = Place.of(step.phase());
        wanted.addAll(decisions(kind, place, new Verdict.Open(kind, true, false, step)));
        if (kind.canRollBack()) {
          wanted.addAll(decisions(kind, Place.UNDO, new Verdict.Open(kind, true, true, step)));
          wanted.add(new Decision(new At(kind, place), CommandKind.CANCEL));
        }
      }
    }
    assertThat(TOLD).flatExtracting(Told::decisions).containsAll(wanted);
  }

  private static List<Decision> decisions(OperationKind kind, Place place, Verdict.Open open) {
    return Choices.forStaff(open).stream()
        .map(choice -> new Decision(new At(kind, place), choice.command()))
        .toList();
  }

  @Test
  void aWorkflowThatDoesOtherThingsIsFoundOut() {
    assertThatThrownBy(() -> Scenario.WHOLE_LIFE.history().replay(Changed.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  @Test
  void aHistoryOfOtherActivitiesIsFoundOut() {
    String changed =
        Scenario.WHOLE_LIFE.history().read().replace("PrepareDeployment", "PublishDeployment");
    assertThatThrownBy(() -> SavedHistory.replay(changed, DeploymentWorkflowImpl.class))
        .hasStackTraceContaining("TMPRL1100");
  }

  /** Sleeps where the real one asks for what is open. */
  public static final class Changed implements DeploymentWorkflow {

    @Override
    public void run(DeploymentInput input) {
      Workflow.sleep(Duration.ofMinutes(1));
    }

    @Override
    public void takeCommand(CommandRef command) {}

    @Override
    public void validateCommand(CommandRef command) {}
  }
}
