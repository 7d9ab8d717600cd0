package io.hoster.activities.deployment;

import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.OperationKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The two sides an app's containers can be on. An update of an app that keeps nothing in volumes is
 * set up on the free side while the other serves; one with volumes is replaced where it is, for two
 * of it must not write the same data.
 */
@Component
final class Sides {

  private static final int LAST_VISITORS_MILLIS = 2_000;

  private final OperationStore operations;
  private final PlanLoader plans;
  private final Containers containers;

  Sides(OperationStore operations, PlanLoader plans, Containers containers) {
    this.operations = operations;
    this.plans = plans;
    this.containers = containers;
  }

  /** Decides where the operation works, and says so in the row; asked again it says the same. */
  Facts choose(StepContext context, Facts facts) {
    boolean beside = mayStandBeside(context, facts);
    if (!beside && facts.nextSide() != null) {
      giveUp(context, facts);
      return facts.asItServes();
    }
    if (beside && facts.nextSide() == null) {
      int next = 3 - facts.side();
      context.writing(rows -> rows.deployments().setNextSide(facts.tenant(), facts.id(), next));
      return facts.on(next);
    }
    return facts;
  }

  private boolean mayStandBeside(StepContext context, Facts facts) {
    return context.operation().kind() == OperationKind.REDEPLOY
        && facts.appliedRevision() > 0
        && ranBefore(context)
        && keepsNothing(context.plan(plans, facts).plan())
        && keepsNothing(plans.load(facts, facts.appliedRevision()).plan());
  }

  private boolean ranBefore(StepContext context) {
    Optional<OpenOperation> open =
        context.write(
            () -> operations.open(context.operation().tenant(), context.operation().deployment()));
    return open.map(OpenOperation::statusBefore)
        .filter(DeploymentStatus.RUNNING::equals)
        .isPresent();
  }

  private static boolean keepsNothing(DeploymentPlan plan) {
    return plan.volumes().isEmpty();
  }

  /** The update serves now: what it took the place of goes, once its last visitors are served. */
  void change(StepContext context, Facts facts) {
    context.pause(LAST_VISITORS_MILLIS);
    containers.removeSide(context, facts, facts.side());
    context.writing(rows -> rows.deployments().changeSide(facts.tenant(), facts.id()));
  }

  /** What was set up of the update goes; the side that serves is left alone. */
  void giveUp(StepContext context, Facts facts) {
    Integer next = facts.nextSide();
    if (next != null) {
      containers.removeSide(context, facts, next);
      context.writing(rows -> rows.deployments().setNextSide(facts.tenant(), facts.id(), null));
    }
  }
}
