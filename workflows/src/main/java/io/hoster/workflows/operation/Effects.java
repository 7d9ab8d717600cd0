package io.hoster.workflows.operation;

import io.hoster.workflows.operation.Choices.Choice;
import org.jspecify.annotations.Nullable;

/** What a choice will do, in a sentence, before anybody makes it. */
public final class Effects {

  private Effects() {}

  /**
   * What {@code choice} does to an operation that waits.
   *
   * @param position of the failing step, from 1
   * @param made by the operation so far
   */
  public static String of(Choice choice, Verdict.Open open, int position, Made made) {
    return switch (choice) {
      case RETRY -> retry(open, position);
      case SKIP -> skip(open.step());
      case ROLLBACK -> rollBack(open.kind(), made);
      case CONFIRM -> confirm(open);
    };
  }

  private static String retry(Verdict.Open open, int position) {
    if (open.undoing()) {
      return "Goes on with what is still to be removed.";
    }
    return switch (position) {
      case 1 -> "Tries again from the first step.";
      case 2 -> "Tries again from step 2. Step 1 stays done.";
      default ->
          "Tries again from step %d. Steps 1 to %d stay done.".formatted(position, position - 1);
    };
  }

  private static String skip(@Nullable Step step) {
    String means = step == null ? null : step.whenSkipped();
    return "Goes on after this step." + (means == null ? "" : " " + means);
  }

  private static String rollBack(OperationKind kind, Made made) {
    return kind == OperationKind.PROVISION ? undoSetUp(made) : undoChange(made);
  }

  private static String undoSetUp(Made made) {
    String objects = made.objects();
    String ports = made.portsInWords();
    String undone =
        objects.isEmpty() && ports.isEmpty()
            ? "Nothing was made yet."
            : objects.isEmpty()
                ? "Frees " + ports + "."
                : "Removes " + objects + (ports.isEmpty() ? "." : " and frees " + ports + ".");
    return undone + " The app is gone after that.";
  }

  private static String undoChange(Made made) {
    String ports = made.portsInWords();
    return "Puts the version before back and starts it"
        + (ports.isEmpty() ? "" : ", and frees " + ports)
        + ". Volumes and their data are kept.";
  }

  private static String confirm(Verdict.Open open) {
    return open.undoing()
        ? "Counts what was made as removed by hand. The app is gone after that."
        : "Counts this step as done by hand and goes on. What is left on the node shows under drift.";
  }
}
