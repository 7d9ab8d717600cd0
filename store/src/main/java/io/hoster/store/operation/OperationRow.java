package io.hoster.store.operation;

import io.hoster.workflows.operation.OperationId;
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
    List<StepRow> steps) {

  public OperationRow {
    steps = List.copyOf(steps);
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
