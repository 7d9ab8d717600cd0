package io.hoster.workflows.tenant;

import io.hoster.workflows.SearchAttributes;
import io.hoster.workflows.UntilItWorks;
import io.hoster.workflows.tenant.SuspensionActivities.Progress;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * See {@link SuspensionWorkflow}. The rows are the progress: a fresh run goes on where they are.
 */
public final class SuspensionWorkflowImpl implements SuspensionWorkflow {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /** A deployment that waits for a person is looked after seldom. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final int LOOKS_A_RUN = 500;

  private final SuspensionActivities rows =
      Workflow.newLocalActivityStub(SuspensionActivities.class, UntilItWorks.options());

  public SuspensionWorkflowImpl() {}

  @Override
  public void run(SuspensionInput input) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.TENANT.valueSet(input.tenant().value()),
        SearchAttributes.SUBJECT.valueSet(input.tenant().value()));
    Duration pause = BETWEEN_LOOKS;
    int before = Integer.MAX_VALUE;
    for (int looks = 0; looks < LOOKS_A_RUN; looks++) {
      Progress progress = rows.commandSuspensions(input.tenant());
      Workflow.setCurrentDetails(
          "%d of %d apps are where they should be."
              .formatted(progress.all() - progress.left(), progress.all()));
      if (progress.left() == 0) {
        return;
      }
      pause = progress.left() < before ? BETWEEN_LOOKS : longer(pause);
      before = progress.left();
      Workflow.sleep(pause);
    }
    Workflow.continueAsNew(input);
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
