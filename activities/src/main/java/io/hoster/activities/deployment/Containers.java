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
import io.hoster.store.node.LeaseStore.Holder;
import io.hoster.store.operation.LedgerStore;
import io.hoster.store.operation.LedgerStore.Kind;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.operation.OperationKind;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A deployment's network, volumes and containers on its node, made and removed. */
@Component
final class Containers {

  private static final Logger log = LoggerFactory.getLogger(Containers.class);

  /** So many slots that something else uses are given up at once, before it counts as a failure. */
  private static final int SLOTS_TRIED = 64;

  private static final List<Integer> SIDES = List.of(1, 2);

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
    return ObjectNames.container(settings.install(), facts.id(), service, facts.workingSide());
  }

  private String networkName(Facts facts) {
    return ObjectNames.network(settings.install(), facts.id(), facts.workingSide());
  }

  /** Who leases what the side needs on which the operation works. */
  static Holder holder(StepContext context, Facts facts) {
    return new Holder(context.node(), facts.tenant(), facts.id(), facts.workingSide());
  }

  /**
   * The volumes, then the network; a subnet that something else uses is given up for another. While
   * the engine makes the network it also makes the containers of a first set-up: it needs the
   * network only to start them.
   */
  void makeNetworkAndVolumes(StepContext context, Facts facts, DeploymentPlan plan) {
    String network = networkName(facts);
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
    Holder holder = holder(context, facts);
    for (int tries = 1; ; tries++) {
      String subnet =
          context.write(() ->
              leases
                  .leaseSubnet(holder)
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
        context.writing(rows -> leases.markSubnetForeign(holder));
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

  /** Whether the container of each service runs, whatever it was made from. */
  boolean allRun(StepContext context, Facts facts, DeploymentPlan plan) {
    return plan.services().stream()
        .allMatch(service ->
            plan.runsOnce(service.name())
                || engine(context)
                    .inspect(containerName(facts, service.name()))
                    .filter(found -> found.state().equals("running"))
                    .isPresent());
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
    Holder holder = holder(context, facts);
    context.writing(rows -> {
      List<LeaseStore.Port> held =
          leases.portsOf(facts.id(), facts.workingSide()).stream()
              .filter(port -> port.service().equals(service))
              .toList();
      leases.markPortsForeign(holder, held.stream().map(LeaseStore.Port::nodePort).toList());
      for (LeaseStore.Port port : held) {
        rows.ledger().markUndone(context.operation(), Kind.PORT, String.valueOf(port.nodePort()));
        int other =
            leases
                .leasePort(holder, service, port.containerPort())
                .orElseThrow(
                    () -> new StepFailure(FailureType.NO_CAPACITY, "The node has no free port."));
        context.note(Kind.PORT, String.valueOf(other));
      }
    });
  }

  private ContainerSpec spec(
      StepContext context, Facts facts, DeploymentPlan plan, ServicePlan service) {
    List<Published> published =
        context.write(() -> leases.portsOf(facts.id(), facts.workingSide())).stream()
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
        networkName(facts),
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
    return remove(context, facts, name -> true);
  }

  /** Removes containers that are none of the plan's; what serves beside an update stays. */
  void removeOthers(StepContext context, Facts facts, DeploymentPlan plan) {
    Set<String> wanted =
        plan.services().stream()
            .map(service -> containerName(facts, service.name()))
            .collect(Collectors.toSet());
    boolean beside = facts.nextSide() != null;
    remove(
        context,
        facts,
        name -> !wanted.contains(name) && !(beside && ObjectNames.isOnSide(name, facts.side())));
  }

  /** Removes the containers and the network of one side, and frees what they had. */
  void removeSide(StepContext context, Facts facts, int side) {
    remove(context, facts, name -> ObjectNames.isOnSide(name, side));
    String network = ObjectNames.network(settings.install(), facts.id(), side);
    engine(context).removeNetwork(network);
    context.writing(rows -> {
      LedgerStore ledger = rows.ledger();
      ledger.markGone(facts.tenant(), facts.id(), Kind.NETWORK, List.of(network));
      ledger.markGone(
          facts.tenant(),
          facts.id(),
          Kind.CONTAINER,
          ledger.made(facts.tenant(), facts.id(), Kind.CONTAINER).stream()
              .filter(name -> ObjectNames.isOnSide(name, side))
              .toList());
      ledger.markGone(
          facts.tenant(),
          facts.id(),
          Kind.PORT,
          leases.portsOf(facts.id(), side).stream()
              .map(port -> String.valueOf(port.nodePort()))
              .toList());
      leases.freeSide(facts.id(), side);
    });
  }

  private int remove(StepContext context, Facts facts, Predicate<String> which) {
    List<String> names =
        engine(context).containersOf(facts.id()).stream()
            .map(ContainerFacts::name)
            .filter(which)
            .toList();
    for (String name : names) {
      engine(context).stopContainer(name, 10);
      engine(context).removeContainer(name);
    }
    return names.size();
  }

  /** Removes the networks and all volumes of the deployment. */
  int removeNetworkAndVolumes(StepContext context, Facts facts) {
    ContainerEngine engine = engine(context);
    for (int side : SIDES) {
      engine.removeNetwork(ObjectNames.network(settings.install(), facts.id(), side));
    }
    List<String> volumes = engine.volumesOf(facts.id());
    volumes.forEach(engine::removeVolume);
    return volumes.size();
  }
}
