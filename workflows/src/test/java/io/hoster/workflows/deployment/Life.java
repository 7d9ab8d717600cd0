package io.hoster.workflows.deployment;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.RowsInMemory.Place;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What a deployment goes through. */
interface Life {

  void live(DeploymentRig rig);

  default Life then(Life next) {
    return rig -> {
      live(rig);
      next.live(rig);
    };
  }

  static Life of(CommandKind command, DeploymentStatus until) {
    return rig -> rig.give(command, until);
  }

  /** Every phase fails once, and is tried again. */
  static Life retried(OperationKind kind, DeploymentStatus end) {
    return failing(kind, List.copyOf(phases(kind).values()), CommandKind.RETRY, end);
  }

  /** Every step that may be skipped fails, and is skipped. */
  static Life skipped(OperationKind kind, DeploymentStatus end) {
    return failing(kind, those(kind, s -> s.whenSkipped() != null), CommandKind.SKIP, end);
  }

  /** Every step that can be done by hand fails, and was done by hand. */
  static Life confirmed(OperationKind kind, DeploymentStatus end) {
    return failing(kind, those(kind, Step::canBeDoneByHand), CommandKind.CONFIRM, end);
  }

  /** It fails in this phase and is rolled back. */
  static Life rolledBack(OperationKind kind, Step.Phase phase, DeploymentStatus end) {
    return failing(kind, List.of(phases(kind).get(phase)), CommandKind.ROLL_BACK, end);
  }

  /** It is cancelled in the middle of this phase. */
  static Life cancelled(OperationKind kind, Step.Phase phase, DeploymentStatus end) {
    return rig -> {
      rig.rows.next(Place.of(phase), rig.rows.worksUntilCancelled());
      rig.give(command(kind));
      rig.rows.awaitRunning(phase.name().toLowerCase(Locale.ROOT) + " " + kind);
      rig.give(CommandKind.CANCEL, end);
    };
  }

  private static Life failing(
      OperationKind kind, List<Step> steps, CommandKind decision, DeploymentStatus end) {
    return rig -> {
      steps.forEach(step ->
          rig.rows.next(Place.of(step.phase()), rig.rows.failsAt(step, FailureType.CONFLICT)));
      List<CommandKind> commands = new ArrayList<>(List.of(command(kind)));
      steps.forEach(step -> commands.add(decision));
      CommandKind last = commands.removeLast();
      commands.forEach(command -> rig.give(command, DeploymentStatus.FAILED));
      rig.give(last, end);
    };
  }

  /** The one that begins it. */
  private static CommandKind command(OperationKind kind) {
    return CommandKind.valueOf(kind.name());
  }

  private static List<Step> those(OperationKind kind, Predicate<Step> wanted) {
    return kind.steps().stream().filter(wanted).toList();
  }

  /** Its phases, each with its first step. */
  private static Map<Step.Phase, Step> phases(OperationKind kind) {
    Map<Step.Phase, Step> first = new LinkedHashMap<>();
    kind.steps().forEach(step -> first.putIfAbsent(step.phase(), step));
    return first;
  }
}
