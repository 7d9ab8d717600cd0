package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.ServiceRow;
import io.hoster.store.operation.FailureRow;
import io.hoster.store.operation.OperationRow;
import io.hoster.store.operation.StepRow;
import io.hoster.store.operation.UsualDuration;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StepView;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages' pictures of rows. */
@WebRole
@Component
public class RowViews {

  private final AppAddress addresses;

  RowViews(AppAddress addresses) {
    this.addresses = addresses;
  }

  Deployments.Summary summary(DeploymentRow row) {
    return new Deployments.Summary(
        row.id(),
        row.name(),
        row.templateName(),
        row.templateVersion(),
        row.update(),
        row.icon(),
        State.of(row.status()),
        State.of(row.health()),
        row.hasWebAddress() ? addresses.url(row.host()) : null,
        row.nodeName(),
        row.updatedAt());
  }

  Deployments.Details details(
      DeploymentRow row, Map<String, UsualDuration> usual, Deployments.Limits limits) {
    OperationRow operation = row.operation();
    return new Deployments.Details(
        summary(row),
        row.statusReason(),
        row.template(),
        row.directPort().map(port -> "127.0.0.1:" + port.nodePort()).orElse(null),
        row.services().stream().map(RowViews::service).toList(),
        legal(row),
        operation == null ? null : operation(operation, row.name(), usual),
        operation == null ? List.of() : Words.offers(operation),
        limits,
        row.appliedRevision() > 1,
        row.createdAt(),
        row.expiresAt());
  }

  private static Deployments.Service service(ServiceRow row) {
    return new Deployments.Service(
        row.name(),
        row.image(),
        container(row.state()),
        health(row.health()),
        row.restarts(),
        row.message(),
        row.checkedAt());
  }

  /** Of a container that has no check nothing more is known than that it runs. */
  private static State health(String found) {
    return found.equals("none") ? State.UNKNOWN : State.of(found);
  }

  /** Docker's word for a container in ours. */
  private static State container(String state) {
    return switch (state) {
      case "running" -> State.RUNNING;
      case "created" -> State.SCHEDULED;
      case "restarting" -> State.STARTING;
      case "removing" -> State.STOPPING;
      case "paused" -> State.STOPPED;
      case "exited", "dead" -> State.EXITED;
      default -> State.UNKNOWN;
    };
  }

  /** By the rules that decide when a command is taken up. */
  private static Set<CommandKind> legal(DeploymentRow row) {
    DeploymentStatus status = DeploymentStatus.of(row.status());
    OperationRow operation = row.operation();
    Verdict.Open open = operation == null ? null : operation.open().orElse(null);
    return Arrays.stream(CommandKind.values())
        .filter(CommandKind::isForCustomers)
        .filter(kind -> !(Verdict.of(kind, status, open) instanceof Verdict.Refused))
        .collect(Collectors.toSet());
  }

  /** An operation on {@code subject}, with its steps. */
  public OperationView operation(
      OperationRow row, String subject, Map<String, UsualDuration> usual) {
    FailureRow failure = row.failure();
    return new OperationView(
        row.id().value(),
        OperationKind.valueOf(row.kind()).title(),
        subject,
        row.undoing(),
        State.ofOperation(row.status()),
        row.actorName(),
        row.startedAt(),
        row.finishedAt(),
        row.steps().stream().map(step -> step(step, usual.get(step.name()))).toList(),
        failure == null
            ? null
            : new OperationView.Failure(
                Words.title(failure),
                failure.code(),
                failure.message(),
                null, // what the other side answered is for staff
                failure.since(),
                row.failing().map(StepRow::attempts).orElse(0)),
        row.made().stream()
            .map(
                made -> new OperationView.Made(made.kind(), made.object(), made.undoneAt() != null))
            .toList());
  }

  /** The last answer that was not good while it is tried again, else what came of it. */
  private static @Nullable String line(StepRow row) {
    boolean notGood = row.status().equals("retrying") || row.status().equals("failed");
    return notGood && row.error() != null ? row.error() : row.message();
  }

  private static StepView step(StepRow row, @Nullable UsualDuration usual) {
    return new StepView(
        row.position(),
        Words.title(row),
        StepView.Status.of(row.status()),
        row.attempts(),
        row.attemptLimit(),
        row.nextTryAt(),
        row.progress(),
        line(row),
        row.startedAt(),
        row.finishedAt(),
        usual == null || usual.runs() < UsualDuration.ENOUGH
            ? null
            : new StepView.Usual(usual.median(), usual.slow()));
  }
}
