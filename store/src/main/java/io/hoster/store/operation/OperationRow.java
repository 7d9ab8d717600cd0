package io.hoster.store.operation;

import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation with its steps in order.
 *
 * @param subject what it is done to, such as {@code dep_…}
 * @param kind an {@link io.hoster.workflows.operation.OperationKind}'s name
 * @param status {@code queued running waiting_for_person succeeded rolled_back cancelled failed}
 * @param undoing whether what it made is being undone
 * @param made its ledger, oldest first; in lists only of those that wait for a person
 */
public record OperationRow(
    OperationId id,
    String subject,
    String kind,
    String status,
    boolean undoing,
    @Nullable FailureRow failure,
    String actorName,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<StepRow> steps,
    List<MadeRow> made) {

  public OperationRow {
    steps = List.copyOf(steps);
    made = List.copyOf(made);
  }

  /** How a choice about it is judged; empty: it is over. */
  public Optional<Verdict.Open> open() {
    return isOpen()
        ? Optional.of(
            new Verdict.Open(
                OperationKind.valueOf(kind),
                status.equals("waiting_for_person"),
                undoing,
                nextStep()))
        : Optional.empty();
  }

  private @Nullable Step nextStep() {
    return steps.stream()
        .filter(step -> !step.status().equals("done") && !step.status().equals("skipped"))
        .map(step -> Step.valueOf(step.name()))
        .findFirst()
        .orElse(null);
  }

  /** The step that failed; empty: nothing waits. */
  public Optional<StepRow> failing() {
    FailureRow why = failure;
    return why == null
        ? Optional.empty()
        : steps.stream().filter(step -> step.name().equals(why.step())).findFirst();
  }

  /** Whether it is still going on or waits for a person. */
  public boolean isOpen() {
    return switch (status) {
      case "queued", "running", "waiting_for_person" -> true;
      default -> false;
    };
  }

  /** The step at which an open operation stands: the one at work, else the next. */
  public Optional<StepRow> current() {
    if (!isOpen()) {
      return Optional.empty();
    }
    return steps.stream()
        .filter(StepRow::isCurrent)
        .findFirst()
        .or(() -> steps.stream().filter(step -> step.status().equals("waiting")).findFirst());
  }
}
