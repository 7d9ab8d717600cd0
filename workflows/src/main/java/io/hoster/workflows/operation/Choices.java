package io.hoster.workflows.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person may decide for an operation that waits, and how it is said. */
public final class Choices {

  /** A decision. */
  public enum Choice {
    /** Goes on from the failing step. */
    RETRY,
    /** Goes on after the failing step; staff only. */
    SKIP,
    /** Undoes in reverse what was made. */
    ROLLBACK,
    /** Says that it was done by hand; staff only. */
    CONFIRM;

    /** As the API writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The command that carries it. */
    public CommandKind command() {
      return switch (this) {
        case RETRY -> CommandKind.RETRY;
        case SKIP -> CommandKind.SKIP;
        case ROLLBACK -> CommandKind.ROLL_BACK;
        case CONFIRM -> CommandKind.CONFIRM;
      };
    }
  }

  private Choices() {}

  /**
   * What a customer may choose. For what has nothing to go back to (start, stop, restart, delete)
   * that is to try again.
   *
   * @param undoing whether it failed while it was being undone; then there is only forward
   */
  public static List<Choice> forCustomer(OperationKind kind, boolean undoing) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.RETRY);
    if (kind.canRollBack() && !undoing) {
      choices.add(Choice.ROLLBACK);
    }
    return List.copyOf(choices);
  }

  /**
   * What staff may choose: as the customer, and to pass over the failing step where it allows that.
   */
  public static List<Choice> forStaff(Verdict.Open open) {
    List<Choice> choices = new ArrayList<>(forCustomer(open.kind(), open.undoing()));
    if (canSkip(open)) {
      choices.add(1, Choice.SKIP);
    }
    if (canConfirm(open)) {
      choices.add(Choice.CONFIRM);
    }
    return List.copyOf(choices);
  }

  static boolean canSkip(Verdict.Open open) {
    Step step = open.step();
    return open.waitsForPerson() && !open.undoing() && step != null && step.whenSkipped() != null;
  }

  /**
   * What was to be removed can be removed by hand. Of a change that is being taken back nobody can
   * say so: the version before is to run.
   */
  static boolean canConfirm(Verdict.Open open) {
    Step step = open.step();
    if (!open.waitsForPerson()) {
      return false;
    }
    return open.undoing()
        ? open.kind() == OperationKind.PROVISION
        : step != null && step.canBeDoneByHand();
  }

  /**
   * Why it waits, in a sentence: "Step 5 of 12 failed: Pull images. The image is not there. Try
   * again, or roll back."
   *
   * @param position of the failing step, from 1
   * @param step the failing step's title
   * @param why the failure's sentence
   */
  public static String reason(
      OperationKind kind, boolean undoing, int position, int total, String step, String why) {
    return "Step %d of %d failed: %s. %s %s"
        .formatted(position, total, step, sentence(why), advice(kind, undoing));
  }

  private static String advice(OperationKind kind, boolean undoing) {
    return forCustomer(kind, undoing).contains(Choice.ROLLBACK)
        ? "Try again, or roll back."
        : "Try again.";
  }

  private static String sentence(String why) {
    String text = why.strip();
    return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }
}
