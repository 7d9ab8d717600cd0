package io.hoster.ui.component;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow does to one subject, as its rows say.
 *
 * @param title what it does, such as "Setting up"
 * @param subject the subject's name
 * @param undoing what it made is being removed, or was to be when that failed
 * @param actor who asked for it
 * @param steps in order
 * @param made its ledger, oldest first
 */
public record OperationView(
    String id,
    String title,
    String subject,
    boolean undoing,
    State state,
    String actor,
    Instant startedAt,
    @Nullable Instant finishedAt,
    List<StepView> steps,
    @Nullable Failure failure,
    List<Made> made) {

  public OperationView {
    steps = List.copyOf(steps);
    made = List.copyOf(made);
  }

  /**
   * A thing that the operation made.
   *
   * @param kind {@code port network volume container route}
   * @param undone it was removed again
   */
  public record Made(String kind, String name, boolean undone) {}

  /**
   * Why a person is needed.
   *
   * @param step the failing step's name
   * @param technical for support; null: nothing more
   */
  public record Failure(
      String step,
      String code,
      String message,
      @Nullable String technical,
      Instant since,
      int attempts) {}

  /** The step that work, or its failure, stands at. */
  public Optional<StepView> current() {
    return steps.stream().filter(StepView::isCurrent).findFirst();
  }

  /** Whether it is over, for good or ill. */
  public boolean isOver() {
    return finishedAt != null;
  }

  long done() {
    return steps.stream().filter(StepView::isOver).count();
  }

  /** When the rows last told of something; a retry that is planned is no silence. */
  Instant lastNews() {
    return steps.stream()
        .flatMap(step -> Stream.of(step.startedAt(), step.finishedAt(), step.nextTryAt()))
        .flatMap(Stream::ofNullable)
        .reduce(startedAt, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** "Setting up: step 8 of 12", "Step 5 of 12 failed: Pull images", "Set up in 58 s". */
  public String headline() {
    int total = steps.size();
    return switch (state) {
      case SUCCEEDED -> Texts.text("operation.succeeded", title);
      case CANCELLED -> Texts.text("operation.cancelled", title);
      case ROLLED_BACK -> Texts.text("operation.rolled-back", title);
      case QUEUED -> Texts.text("operation.queued", title);
      case WAITING_FOR_PERSON -> Texts.text("operation.waits", title, done(), total);
      case FAILED -> Texts.text("operation.failed", title);
      default ->
          undoing
              ? Texts.text("operation.undoing", title)
              : total == 0 ? title : Texts.text("operation.at", title, position(), total);
    };
  }

  /** Where the work is; between two steps it is at the next one. */
  private int position() {
    return current()
        .or(() -> steps.stream().filter(step -> !step.isOver()).findFirst())
        .map(StepView::position)
        .orElse(steps.size());
  }
}
