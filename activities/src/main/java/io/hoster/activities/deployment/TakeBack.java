package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.notice.NoticeOutbox;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes an update back without asking anybody: a version that does not get well is not left for a
 * person, the one before runs again.
 */
@Component
final class TakeBack {

  private static final Logger log = LoggerFactory.getLogger(TakeBack.class);

  /** The version itself is sick; an engine or registry that is away says nothing about it. */
  private static final Set<String> SICK =
      Set.of(FailureType.NOT_HEALTHY.name(), FailureType.CONTAINER_EXITED.name());

  private final DeploymentStore deployments;
  private final OperationStore operations;
  private final NoticeOutbox outbox;

  TakeBack(DeploymentStore deployments, OperationStore operations, NoticeOutbox outbox) {
    this.deployments = deployments;
    this.operations = operations;
    this.outbox = outbox;
  }

  static boolean isDue(OpenOperation open, Step step, String failureType) {
    return open.ref().kind() == OperationKind.REDEPLOY
        && open.undoingTo() == null
        && (step == Step.REPLACE_CONTAINERS || step == Step.WAIT_UNTIL_HEALTHY)
        && SICK.contains(failureType);
  }

  /** Begins to undo it, in the transaction of the caller, and tells whose app it is. */
  void begin(OperationRef operation, String reason) {
    Facts facts = deployments.lock(operation.tenant(), operation.deployment()).orElseThrow();
    long generation = deployments.raiseGeneration(facts.tenant(), facts.id(), false);
    operations.takeBack(facts.tenant(), operation.id(), generation, reason);
    deployments.setStatus(
        facts.tenant(), facts.id(), DeploymentStatus.UPDATING, "The update is taken back.");
    deployments.addEvent(
        facts.tenant(),
        facts.id(),
        "taken_back",
        "The update is taken back by itself. " + reason,
        operation.id());
    String user = facts.createdBy();
    if (user != null) {
      outbox.toUser(
          facts.tenant(),
          user,
          "The update of " + facts.name() + " was taken back",
          """
          The update of %s did not get well and was taken back by itself. What ran before runs again.

          %s
          """
              .formatted(facts.name(), reason),
          "taken-back/" + operation.id());
    }
    log.warn("Update is taken back: reason={}", reason);
  }
}
