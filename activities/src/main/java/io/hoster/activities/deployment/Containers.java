package io.hoster.activities.deployment;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.activities.docker.ContainerEngine.NetworkSpec;
import io.hoster.activities.docker.ContainerEngine.VolumeSpec;
import io.hoster.activities.docker.ContainerEngines;
import io.hoster.activities.docker.ContainerSpec;
import io.hoster.activities.docker.ContainerSpec.Published;
import io.hoster.activities.docker.DockerSettings;
import io.hoster.activities.docker.EngineException;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.operation.LedgerStore.Kind;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.operation.OperationKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A deployment's network, volumes and containers on its node, made and removed. */
@Component
final class Containers {

  private static final Logger log = LoggerFactory.getLogger(Containers.class);

  /** So many slots that something else uses are given up at once, before it counts as a failure. */
  private static final int SLOTS_TRIED = 64;

  private final ContainerEngines engines;
  private final DockerSettings settings;
  private final LeaseStore leases;
  private final PlanLimits limits;
  private final HealthWait healthWait;

  Containers(
      ContainerEngines engines,
      DockerSettings settings,
      LeaseStore leases,
      PlanLimits limits,
      HealthWait healthWait) {
    this.engines = engines;
    this.settings = settings;
    this.leases = leases;
    this.limits = limits;
    this.healthWait = healthWait;
  }

  ContainerEngine engine(StepContext context) {
    return engines.on(context.node());
  }

  String containerName(Facts facts, String service) {
    return ObjectNames.container(settings.install(), facts.id(), service);
  }

  /**
   * The volumes, then the network; a subnet that something else uses is given up for another. While
   * the engine makes the network it also makes the containers of a first set-up: it needs the
   * network only to start them.
   */
  void makeNetworkAndVolumes(StepContext context, Facts facts, DeploymentPlan plan) {
    String network = ObjectNames.network(settings.install(), facts.id());
    context.note(Kind.NETWORK, network);
    for (String volume : plan.volumes()) {
      String name = ObjectNames.volume(settings.install(), facts.id(), volume);
      context.note(Kind.VOLUME, name);
      engine(context)
          .ensureVolume(new VolumeSpec(name, facts.id(), facts.tenant().value(), volume));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      if (context.operation().kind() == OperationKind.PROVISION) {
        createAhead(context, facts, plan, threads);
      }
      makeNetwork(context, facts, network);
    }
  }

  private void createAhead(
      StepContext context, Facts facts, DeploymentPlan plan, ExecutorService threads) {
    ContainerEngine engine = engine(context);
    for (ServicePlan service : plan.services()) {
      ContainerSpec spec = spec(context, facts, plan, service);
      context.note(Kind.CONTAINER, spec.name());
      threads.execute(() -> createAhead(engine, spec));
    }
  }

  /** What cannot be made yet is made, or told as a failure, when it is to be started. */
  private static void createAhead(ContainerEngine engine, ContainerSpec spec) {
    try {
      engine.ensureContainer(spec);
    } catch (EngineException e) {
      log.info("Container was not made ahead: name={} reason={}", spec.name(), e.getMessage());
    }
  }

  private void makeNetwork(StepContext context, Facts facts, String network) {
    NodeId node = context.node();
    for (int tries = 1; ; tries++) {
      String subnet =
          context.write(() ->
              leases
                  .leaseSubnet(node, facts.tenant(), facts.id())
                  .orElseThrow(() ->
                      new StepFailure(FailureType.NO_CAPACITY, "The node has no free subnet.")));
      try {
        engine(context)
            .ensureNetwork(new NetworkSpec(network, facts.id(), facts.tenant().value(), subnet));
        return;
      } catch (EngineException e) {
        if (e.type() != FailureType.SLOT_TAKEN || tries == SLOTS_TRIED) {
          throw e;
        }
        context.writing(rows -> leases.markSubnetForeign(node, facts.id()));
      }
    }
  }

  /** Creates and starts all services in their order, waiting where one needs another healthy. */
  void start(StepContext context, Facts facts, DeploymentPlan plan) {
    int started = 0;
    for (ServicePlan service : plan.services()) {
      context.checkCancelled();
      context.progress(started + " of " + plan.services().size() + " containers");
      healthWait.forDependencies(context, this, facts, service);
      startOne(context, facts, plan, service);
      started++;
    }
  }

  private void create(StepContext context, Facts facts, DeploymentPlan plan, ServicePlan service) {
    ContainerSpec spec = spec(context, facts, plan, service);
    context.note(Kind.CONTAINER, spec.name());
    engine(context).ensureContainer(spec);
  }

  private void startOne(
      StepContext context, Facts facts, DeploymentPlan plan, ServicePlan service) {
    for (int tries = 1; ; tries++) {
      create(context, facts, plan, service);
      try {
        engine(context).startContainer(containerName(facts, service.name()));
        return;
      } catch (EngineException e) {
        if (e.type() != FailureType.SLOT_TAKEN || tries == SLOTS_TRIED) {
          throw e;
        }
        takeOtherPorts(context, facts, service.name());
      }
    }
  }

  /** The node uses the port for something else: those slots are foreign, others are leased. */
  private void takeOtherPorts(StepContext context, Facts facts, String service) {
    NodeId node = context.node();
    context.writing(rows -> {
      List<LeaseStore.Port> held =
          leases.portsOf(facts.id()).stream()
              .filter(port -> port.service().equals(service))
              .toList();
      leases.markPortsForeign(
          node, facts.id(), held.stream().map(LeaseStore.Port::nodePort).toList());
      for (LeaseStore.Port port : held) {
        rows.ledger().markUndone(context.operation(), Kind.PORT, String.valueOf(port.nodePort()));
        int other =
            leases
                .leasePort(node, facts.tenant(), facts.id(), service, port.containerPort())
                .orElseThrow(
                    () -> new StepFailure(FailureType.NO_CAPACITY, "The node has no free port."));
        context.note(Kind.PORT, String.valueOf(other));
      }
    });
  }

  private ContainerSpec spec(
      StepContext context, Facts facts, DeploymentPlan plan, ServicePlan service) {
    List<Published> published =
        context.write(() -> leases.portsOf(facts.id())).stream()
            .filter(port -> port.service().equals(service.name()))
            .map(port -> new Published(port.nodePort(), port.containerPort(), "tcp"))
            .toList();
    SortedMap<String, String> volumes = new TreeMap<>();
    plan.volumes()
        .forEach(v -> volumes.put(v, ObjectNames.volume(settings.install(), facts.id(), v)));
    PlanLimits.Container most = context.write(() -> limits.container(facts.tenant()));
    return new ContainerSpec(
        containerName(facts, service.name()),
        facts.id(),
        facts.tenant().value(),
        facts.specGeneration(),
        service,
        new ContainerSpec.Limits(
            most.nanoCpus(), most.memoryBytes(), most.pids(), most.diskBytesPerSecond()),
        ObjectNames.network(settings.install(), facts.id()),
        volumes,
        published,
        null,
        plan.runsOnce(service.name()));
  }

  /** Stops all, dependents first; what is stopped or gone is fine. */
  void stop(StepContext context, Facts facts, DeploymentPlan plan) {
    for (ServicePlan service : plan.services().reversed()) {
      context.checkCancelled();
      engine(context)
          .stopContainer(containerName(facts, service.name()), service.stopGraceSeconds());
      context.writing(rows ->
          rows.deployments()
              .setServiceState(facts.tenant(), facts.id(), service.name(), "stopped", "unknown"));
    }
  }

  /** Removes every container of the deployment, also those of older plans. */
  int remove(StepContext context, Facts facts) {
    List<ContainerFacts> containers = engine(context).containersOf(facts.id());
    for (ContainerFacts container : containers) {
      engine(context).stopContainer(container.name(), 10);
      engine(context).removeContainer(container.name());
    }
    return containers.size();
  }

  /** Removes containers of services that the plan no longer has. */
  void removeOthers(StepContext context, Facts facts, DeploymentPlan plan) {
    List<String> wanted = plan.services().stream().map(ServicePlan::name).toList();
    for (ContainerFacts container : engine(context).containersOf(facts.id())) {
      if (!wanted.contains(container.service())) {
        engine(context).stopContainer(container.name(), 10);
        engine(context).removeContainer(container.name());
      }
    }
  }

  /** Removes the network and all volumes of the deployment. */
  int removeNetworkAndVolumes(StepContext context, Facts facts) {
    ContainerEngine engine = engine(context);
    engine.removeNetwork(ObjectNames.network(settings.install(), facts.id()));
    List<String> volumes = engine.volumesOf(facts.id());
    volumes.forEach(engine::removeVolume);
    return volumes.size();
  }
}
