package io.hoster.activities.deployment;

import io.hoster.activities.docker.ContainerEngines;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.node.LeaseStore.Holder;
import io.hoster.store.node.LeaseStore.Port;
import io.hoster.store.operation.LedgerStore.Kind;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.NodeRuns;
import io.hoster.workflows.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps before anything is made on a node. */
@Configuration(proxyBeanMethods = false)
class PrepareSteps {

  private static final NodeId LOCAL = NodeRuns.LOCAL;

  @Bean
  StepAction checkLimits(PlanLimits limits) {
    return action(
        Step.CHECK_LIMITS,
        context -> {
          Facts facts = context.facts();
          PlanLimits.Use use = context.write(() -> limits.use(facts.tenant(), facts.kind()));
          if (use.used() > use.limit()) {
            throw new StepFailure(FailureType.PLAN_LIMIT, use.sentence());
          }
          return StepResult.done(use.used() + " of " + use.limit());
        });
  }

  @Bean
  StepAction chooseNode(ContainerEngines engines) {
    return action(
        Step.CHOOSE_NODE,
        context -> {
          int cpus = engines.on(LOCAL).cpus();
          context.writing(rows ->
              rows.deployments()
                  .setNode(context.operation().tenant(), context.operation().deployment(), LOCAL));
          return StepResult.done("local, " + cpus + " CPU");
        });
  }

  @Bean
  StepAction reservePort(LeaseStore leases, PlanLoader plans, Sides sides) {
    return action(
        Step.RESERVE_PORT,
        context -> reserve(context, sides.choose(context, context.facts()), leases, plans));
  }

  private static StepResult reserve(
      StepContext context, Facts facts, LeaseStore leases, PlanLoader plans) {
    Holder holder = Containers.holder(context, facts);
    List<ServicePlan> services = context.plan(plans, facts).plan().services();
    return context.write(() -> {
      if (leases.leaseSubnet(holder).isEmpty()) {
        throw full("no free subnet");
      }
      Set<Integer> held =
          leases.portsOf(facts.id(), facts.workingSide()).stream()
              .map(Port::nodePort)
              .collect(Collectors.toSet());
      List<Integer> ports = new ArrayList<>();
      for (ServicePlan service : services) {
        for (ServicePlan.PortSpec port : service.ports()) {
          ports.add(
              leases
                  .leasePort(holder, service.name(), port.containerPort())
                  .orElseThrow(() -> full("no free port")));
        }
      }
      ports.stream()
          .filter(port -> !held.contains(port))
          .forEach(port -> context.note(Kind.PORT, String.valueOf(port)));
      return StepResult.done(
          ports.isEmpty()
              ? "none needed"
              : ports.stream().map(String::valueOf).collect(Collectors.joining(", "))
                  + " on local");
    });
  }

  private static StepFailure full(String what) {
    return new StepFailure(FailureType.NO_CAPACITY, "The node has " + what + ".");
  }

  @Bean
  StepAction prepareConfiguration(PlanLoader plans, Containers containers) {
    return action(
        Step.PREPARE_CONFIGURATION,
        context -> {
          Facts facts = context.facts();
          List<DeploymentStore.Service> services =
              context.plan(plans, facts).plan().services().stream()
                  .map(s ->
                      new DeploymentStore.Service(
                          s.name(), s.image(), containers.containerName(facts, s.name())))
                  .toList();
          context.writing(
              rows -> rows.deployments().setServices(facts.tenant(), facts.id(), services));
          return StepResult.done(
              services.size() == 1 ? "1 service" : services.size() + " services");
        });
  }

  @Bean
  StepAction freePort(LeaseStore leases) {
    return action(
        Step.FREE_PORT,
        context -> {
          context.writing(rows -> leases.free(context.operation().deployment()));
          return StepResult.done("freed");
        });
  }

  /** A step and what it does. */
  static StepAction action(Step step, java.util.function.Function<StepContext, StepResult> work) {
    return new StepAction() {
      @Override
      public Step step() {
        return step;
      }

      @Override
      public StepResult run(StepContext context) {
        return work.apply(context);
      }
    };
  }
}
