package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.ServiceRow;
import io.hoster.store.operation.FailureRow;
import io.hoster.store.operation.OperationRow;
import io.hoster.store.operation.StepRow;
import io.hoster.store.operation.UsualDuration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the API's picture of a deployment from its rows. */
final class DeploymentJson {

  private static final String LOOPBACK = "127.0.0.1";

  private DeploymentJson() {}

  /**
   * @param usual how long the newest operation's steps usually take, by name
   */
  static Deployment of(DeploymentRow row, AppAddress addresses, Map<String, UsualDuration> usual) {
    OperationRow operation = row.operation();
    List<StepRow> steps = operation == null ? List.of() : operation.steps();
    return new Deployment(
        row.id().value(),
        row.name(),
        row.template(),
        row.templateName(),
        row.templateVersion(),
        row.update(),
        row.kind(),
        row.status(),
        row.health(),
        statusReason(row),
        operation == null ? null : failure(operation),
        operation == null ? null : operation.current().map(Words::title).orElse(null),
        steps.stream().map(step -> step(step, usual.get(step.name()))).toList(),
        row.hasWebAddress() ? addresses.url(row.host()) : null,
        row.host(),
        row.directPort().map(port -> LOOPBACK + ":" + port.nodePort()).orElse(null),
        row.node() == null ? null : row.node().value(),
        row.services().stream().map(DeploymentJson::service).toList(),
        operation == null ? null : operation(operation),
        row.createdAt(),
        row.updatedAt(),
        row.expiresAt());
  }

  private static @Nullable String statusReason(DeploymentRow row) {
    String waiting = Words.reason(row.operation());
    return waiting == null ? row.statusReason() : waiting;
  }

  private static Deployment.@Nullable Failure failure(OperationRow operation) {
    return failure(operation, Words.offers(operation));
  }

  static Deployment.@Nullable Failure failure(OperationRow operation, List<Words.Offer> offers) {
    FailureRow failure = operation.failure();
    return failure == null
        ? null
        : new Deployment.Failure(
            Words.title(failure),
            failure.code(),
            failure.message(),
            failure.since(),
            operation.failing().map(StepRow::attempts).orElse(0),
            offers.stream().map(offer -> offer.choice().word()).toList(),
            offers.stream()
                .map(offer -> new Deployment.Effect(offer.choice().word(), offer.effect()))
                .toList());
  }

  static Deployment.Step step(StepRow step, @Nullable UsualDuration usual) {
    boolean notGood = step.status().equals("retrying") || step.status().equals("failed");
    return new Deployment.Step(
        Words.title(step),
        step.status(),
        step.startedAt(),
        step.finishedAt(),
        step.attempts(),
        step.attemptLimit(),
        step.nextTryAt(),
        step.progress(),
        usual == null || usual.runs() < UsualDuration.ENOUGH ? null : usual.median(),
        notGood && step.error() != null ? step.error() : step.message());
  }

  private static Deployment.Service service(ServiceRow row) {
    return new Deployment.Service(
        row.name(), row.image(), row.state(), row.health(), row.restarts(), row.message());
  }

  static Deployment.Operation operation(OperationRow row) {
    return new Deployment.Operation(
        row.id().value(),
        row.kind().toLowerCase(Locale.ROOT),
        row.status(),
        row.actorName(),
        row.startedAt(),
        row.finishedAt(),
        row.made().stream()
            .map(made ->
                new Deployment.Made(made.kind(), made.object(), made.recordedAt(), made.undoneAt()))
            .toList());
  }
}
