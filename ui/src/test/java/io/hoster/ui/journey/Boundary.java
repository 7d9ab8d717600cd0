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
      all.addAll(
          switch (act) {
            case CANCEL -> ofUndo(act, "cancelled", "container", "network", "volume");
            case ROLL_BACK -> ofUndo(act, "rolled_back", "port");
            case SUSPEND, RESUME -> ofStaff(act);
            case DEPLOY, DEPLOY_TWO_SERVICES, STOP, START, RESTART, REDEPLOY, DELETE ->
                ofSteps(act);
          });
    }
    return all;
  }

  /** What is asked of a tenant is asked of each of its deployments by the platform. */
  private static List<Boundary> ofStaff(Act act) {
    List<Boundary> all = new ArrayList<>(ofSteps(act));
    all.addFirst(
        new Boundary(act, "when its app is asked", "command", "new.kind = '" + act.kind() + "'"));
    return all;
  }

  private static List<Boundary> ofSteps(Act act) {
    OperationKind kind = act.kind();
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

  private static List<Boundary> ofUndo(Act act, String end, String... kinds) {
    List<Boundary> all = new ArrayList<>();
    all.add(
        new Boundary(
            act,
            "when it begins",
            "operation",
            "new.undoing_to is not null and new.status = 'running'"));
    all.add(
        new Boundary(act, "before anything is undone", "operation_step", "new.status = 'undoing'"));
    for (String kind : kinds) {
      all.add(
          new Boundary(
              act,
              "after a " + kind + " was removed",
              "ledger",
              "new.kind = '" + kind + "' and new.undone_at is not null"));
    }
    all.add(new Boundary(act, "after all was undone", "operation", "new.status = '" + end + "'"));
    return all;
  }

  /** The same moment of one tenant's work only: others pass it. */
  Boundary of(Customer customer) {
    return new Boundary(
        act, title, table, "(" + condition + ") and new.tenant_id = '" + customer.tenant() + "'");
  }

  @Override
  public String toString() {
    return act + " " + title;
  }
}
