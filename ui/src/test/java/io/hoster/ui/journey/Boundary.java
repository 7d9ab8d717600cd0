package io.hoster.ui.journey;

import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment of an operation: the transaction in which a row of {@code table} comes to fulfil {@code
 * condition}, before it commits.
 *
 * @param act what is under way
 * @param condition in SQL, on {@code new}
 */
record Boundary(Act act, String title, String table, String condition) {

  static List<Boundary> all() {
    List<Boundary> all = new ArrayList<>();
    for (Act act : Act.values()) {
      all.addAll(act == Act.CANCEL ? ofUndo() : ofSteps(act, act.kind()));
    }
    return all;
  }

  private static List<Boundary> ofSteps(Act act, OperationKind kind) {
    List<Boundary> all = new ArrayList<>();
    all.add(
        new Boundary(
            act,
            "when it begins",
            "operation",
            "new.kind = '" + kind + "' and new.status = 'running'"));
    for (Step step : kind.steps()) {
      all.add(before(act, step));
      all.add(after(act, step));
    }
    return all;
  }

  /** Nothing of the step was done. */
  static Boundary before(Act act, Step step) {
    return ofStep(act, "before " + step, step, "new.status = 'running'");
  }

  /** All of the step was done, and nobody wrote it down. */
  static Boundary after(Act act, Step step) {
    return ofStep(act, "after " + step, step, "new.status in ('done', 'skipped')");
  }

  private static Boundary ofStep(Act act, String title, Step step, String condition) {
    return new Boundary(act, title, "operation_step", "new.name = '" + step + "' and " + condition);
  }

  private static List<Boundary> ofUndo() {
    List<Boundary> all = new ArrayList<>();
    all.add(
        undo(
            "when it begins",
            "operation",
            "new.undoing_to is not null and new.status = 'running'"));
    all.add(undo("before anything is undone", "operation_step", "new.status = 'undoing'"));
    for (String kind : List.of("container", "network", "volume")) {
      all.add(
          undo(
              "after a " + kind + " was removed",
              "ledger",
              "new.kind = '" + kind + "' and new.undone_at is not null"));
    }
    all.add(undo("after all was undone", "operation", "new.status = 'cancelled'"));
    return all;
  }

  private static Boundary undo(String title, String table, String condition) {
    return new Boundary(Act.CANCEL, title, table, condition);
  }

  @Override
  public String toString() {
    return act + " " + title;
  }
}
