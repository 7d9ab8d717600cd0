package io.hoster.activities.deployment;

import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.util.Set;

/** When the platform takes an update back without asking anybody. */
final class TakeBack {

  /** The version itself is sick; an engine or registry that is away says nothing about it. */
  private static final Set<String> SICK =
      Set.of(FailureType.NOT_HEALTHY.name(), FailureType.CONTAINER_EXITED.name());

  private TakeBack() {}

  static boolean isDue(OpenOperation open, Step step, String failureType) {
    return open.ref().kind() == OperationKind.REDEPLOY
        && open.undoingTo() == null
        && (step == Step.REPLACE_CONTAINERS || step == Step.WAIT_UNTIL_HEALTHY)
        && SICK.contains(failureType);
  }
}
