package io.hoster.ui.support;

import io.hoster.store.operation.FailureRow;
import io.hoster.store.operation.StaffOperationRow;
import io.hoster.ui.deployment.Deployment;
import io.hoster.ui.deployment.Words;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentWorkflow;
import io.hoster.workflows.operation.Step;
import java.util.List;
import java.util.Locale;

/** Makes the staff's picture of an operation from its row. */
final class StaffOperations {

  private StaffOperations() {}

  static StaffOperation of(StaffOperationRow row, WorkflowLinks links) {
    FailureRow failure = row.failure();
    Step step = row.step();
    String workflow = DeploymentWorkflow.idOf(new DeploymentId(row.subject()));
    return new StaffOperation(
        row.id().value(),
        new StaffOperation.Owner(row.tenant().value(), row.tenantName()),
        row.subject(),
        row.subjectName(),
        row.kind().toLowerCase(Locale.ROOT),
        row.status(),
        step == null ? null : step.title(),
        row.position(),
        row.total(),
        row.attempts(),
        row.attemptLimit(),
        row.nextTryAt(),
        row.since(),
        failure == null ? null : failure(row, failure),
        failure == null ? null : failure.technical(),
        row.actorName(),
        row.startedAt(),
        row.finishedAt(),
        row.assigneeId(),
        row.assignee(),
        row.note(),
        workflow,
        links.run(workflow));
  }

  private static Deployment.Failure failure(StaffOperationRow row, FailureRow failure) {
    List<Words.Offer> offers = Words.staffOffers(row.open(), row.position(), row.made());
    Step step = row.step();
    return new Deployment.Failure(
        step == null ? failure.step() : step.title(),
        failure.code(),
        failure.message(),
        failure.since(),
        row.attempts(),
        offers.stream().map(offer -> offer.choice().word()).toList(),
        offers.stream()
            .map(offer -> new Deployment.Effect(offer.choice().word(), offer.effect()))
            .toList());
  }
}
