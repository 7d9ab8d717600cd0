package io.hoster.activities.deployment;

import static io.hoster.activities.deployment.PrepareSteps.action;

import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps on the node. */
@Configuration(proxyBeanMethods = false)
class ContainerSteps {

  private static final String STAYS_STOPPED = "it was stopped before";

  private final Containers containers;
  private final PlanLoader plans;
  private final HealthWait healthWait;
  private final Address address;
  private final Sides sides;

  ContainerSteps(
      Containers containers,
      PlanLoader plans,
      HealthWait healthWait,
      Address address,
      Sides sides) {
    this.sides = sides;
    this.containers = containers;
    this.plans = plans;
    this.healthWait = healthWait;
    this.address = address;
  }

  @Bean
  StepAction pullImages() {
    return action(Step.PULL_IMAGES, this::pull);
  }

  private StepResult pull(StepContext context) {
    Facts facts = context.facts();
    if (staysStopped(context, facts)) {
      return StepResult.skipped(STAYS_STOPPED);
    }
    List<ServicePlan> services = context.plan(plans, facts).plan().services();
    int done = 0;
    for (ServicePlan service : services) {
      context.checkCancelled();
      String of = (done + 1) + " of " + services.size() + ": " + service.image();
      String id =
          containers
              .engine(context)
              .pullImage(
                  service.image(),
                  p -> context.progress(of + ", " + megabytes(p.bytesDone(), p.bytes())),
                  context::isCancelled);
      context.writing(
          rows -> rows.deployments().setImageId(facts.tenant(), facts.id(), service.name(), id));
      done++;
    }
    return StepResult.done(done + " of " + services.size());
  }

  private static String megabytes(long done, long all) {
    return String.format(Locale.ROOT, "%d of %d MB", done / 1_000_000, all / 1_000_000);
  }

  @Bean
  StepAction networksAndVolumes() {
    return action(
        Step.NETWORKS_AND_VOLUMES,
        context -> {
          Facts facts = context.facts();
          DeploymentPlan plan = context.plan(plans, facts).plan();
          containers.makeNetworkAndVolumes(context, facts, plan);
          return StepResult.done("1 network, " + count(plan.volumes().size(), "volume"));
        });
  }

  @Bean
  StepAction startContainers() {
    return action(
        Step.START_CONTAINERS,
        context -> {
          Facts facts = context.facts();
          if (staysStopped(context, facts)) {
            return StepResult.skipped(STAYS_STOPPED);
          }
          DeploymentPlan plan = context.plan(plans, facts).plan();
          if (context.operation().kind() == OperationKind.RESUME) {
            containers.removeOthers(context, facts, plan); // of a change that had failed
          } else if (context.operation().kind() == OperationKind.REPAIR) {
            hold(context, facts);
          }
          containers.start(context, facts, plan);
          return StepResult.done(count(plan.services().size(), "container"));
        });
  }

  @Bean
  StepAction restartContainers() {
    return action(
        Step.RESTART_CONTAINERS,
        context -> {
          Facts facts = context.facts();
          DeploymentPlan plan = context.plan(plans, facts).plan();
          hold(context, facts);
          containers.stop(context, facts, plan);
          containers.start(context, facts, plan);
          return StepResult.done(count(plan.services().size(), "container"));
        });
  }

  @Bean
  StepAction replaceContainers() {
    return action(
        Step.REPLACE_CONTAINERS,
        context -> {
          Facts facts = context.facts();
          DeploymentPlan plan = context.plan(plans, facts).plan();
          if (facts.appliedRevision() > 0 && facts.nextSide() == null) {
            hold(context, facts);
          }
          containers.removeOthers(context, facts, plan);
          containers.start(context, facts, plan);
          return StepResult.done(count(plan.services().size(), "container"));
        });
  }

  @Bean
  StepAction waitUntilHealthy() {
    return action(
        Step.WAIT_UNTIL_HEALTHY,
        context -> {
          Facts facts = context.facts();
          if (staysStopped(context, facts)) {
            return StepResult.skipped(STAYS_STOPPED);
          }
          healthWait.forAll(context, containers, facts, context.plan(plans, facts).plan());
          return StepResult.done("healthy");
        });
  }

  @Bean
  StepAction stopContainers() {
    return action(
        Step.STOP_CONTAINERS,
        context -> {
          Facts facts = context.facts();
          if (facts.node() == null) {
            return StepResult.skipped("none was made");
          }
          sides.giveUp(context, facts);
          int revision = Math.max(1, facts.appliedRevision());
          DeploymentPlan plan = plans.load(facts, revision).plan();
          containers.stop(context, facts.asItServes(), plan);
          return StepResult.done(count(plan.services().size(), "container"));
        });
  }

  @Bean
  StepAction removeContainers() {
    return action(
        Step.REMOVE_CONTAINERS,
        context ->
            context.facts().node() == null
                ? StepResult.skipped("none was made")
                : StepResult.done(count(containers.remove(context, context.facts()), "container")));
  }

  @Bean
  StepAction removeNetworkAndVolumes() {
    return action(
        Step.REMOVE_NETWORK_AND_VOLUMES,
        context ->
            context.facts().node() == null
                ? StepResult.skipped("none was made")
                : StepResult.done(
                    "1 network, "
                        + count(
                            containers.removeNetworkAndVolumes(context, context.facts()),
                            "volume")));
  }

  /**
   * The address says that the app starts, until the step that opens it: a container that goes away
   * leaves its port, and whoever takes it meanwhile must not get the app's visitors.
   */
  private void hold(StepContext context, Facts facts) {
    address.say(context, facts, "starting");
  }

  /** What was stopped when it was suspended is stopped when it is resumed. */
  static boolean staysStopped(StepContext context, Facts facts) {
    return context.operation().kind() == OperationKind.RESUME
        && facts.suspendedFrom() == DeploymentStatus.STOPPED;
  }

  private static String count(int n, String noun) {
    return n == 1 ? "1 " + noun : n + " " + noun + "s";
  }
}
