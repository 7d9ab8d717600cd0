package io.hoster.ui.deployment;

import io.hoster.store.operation.FailureRow;
import io.hoster.store.operation.MadeRow;
import io.hoster.store.operation.OperationRow;
import io.hoster.store.operation.StepRow;
import io.hoster.workflows.operation.Choices;
import io.hoster.workflows.operation.Choices.Choice;
import io.hoster.workflows.operation.Effects;
import io.hoster.workflows.operation.Made;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows of operations are called where people read them. */
public final class Words {

  private static final Map<String, String> TITLES =
      Arrays.stream(Step.values()).collect(Collectors.toMap(Step::name, Step::title));

  private Words() {}

  /** The step in the customer's words, such as "Pull images". */
  public static String title(StepRow step) {
    return title(step.name());
  }

  /** The failing step in the customer's words. */
  public static String title(FailureRow failure) {
    return title(failure.step());
  }

  /** A step that only another version of Hoster knows keeps its name. */
  private static String title(String name) {
    return TITLES.getOrDefault(name, name);
  }

  /** A decision and what it will do. */
  public record Offer(Choice choice, String effect) {}

  /** What a customer may decide, and what each choice will do; none while nothing waits. */
  public static List<Offer> offers(OperationRow operation) {
    FailureRow failure = operation.failure();
    Verdict.Open open = operation.open().orElse(null);
    return failure == null || open == null
        ? List.of()
        : offers(
            Choices.forCustomer(open.kind(), open.undoing()),
            open,
            position(operation, failure),
            MadeRow.left(operation.made()));
  }

  /** What staff may decide. */
  public static List<Offer> staffOffers(Verdict.Open open, int position, Made made) {
    return offers(Choices.forStaff(open), open, position, made);
  }

  private static List<Offer> offers(
      List<Choice> choices, Verdict.Open open, int position, Made made) {
    return choices.stream()
        .map(choice -> new Offer(choice, Effects.of(choice, open, position, made)))
        .toList();
  }

  /** Why the operation waits for a person, in a sentence; null when it does not. */
  public static @Nullable String reason(@Nullable OperationRow operation) {
    FailureRow failure = operation == null ? null : operation.failure();
    if (operation == null || failure == null) {
      return null;
    }
    return Choices.reason(
        OperationKind.valueOf(operation.kind()),
        operation.undoing(),
        position(operation, failure),
        operation.steps().size(),
        title(failure),
        failure.message());
  }

  private static int position(OperationRow operation, FailureRow failure) {
    return operation.steps().stream()
        .filter(step -> step.name().equals(failure.step()))
        .mapToInt(StepRow::position)
        .findFirst()
        .orElse(0);
  }
}
