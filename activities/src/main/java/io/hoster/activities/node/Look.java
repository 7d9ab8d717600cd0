package io.hoster.activities.node;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.Check;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.activities.docker.ContainerEngine.EngineInfo;
import io.hoster.activities.docker.ContainerEngine.Inventory;
import io.hoster.activities.docker.ContainerEngine.Reading;
import io.hoster.activities.docker.EngineException;
import io.hoster.activities.node.NodeRecords.Sample;
import io.hoster.store.deployment.HealthStore.Running;
import io.hoster.store.deployment.HealthStore.Seen;
import io.hoster.store.node.NodeStore.Machine;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentHealth;
import io.hoster.workflows.deployment.DeploymentHealth.ServiceHealth;
import io.hoster.workflows.metering.Counters;
import io.hoster.workflows.node.NodeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one node again and again and remembers what it read last, so that what was used between
 * two readings can be said. The row of a deployment counts, not the containers: one whose container
 * is missing is not well.
 */
final class Look {

  private static final Logger log = LoggerFactory.getLogger(Look.class);

  private static final Duration SAMPLED_EVERY = Duration.ofSeconds(60);

  /** A container younger than this used all of its totals in the stretch that is sampled. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final NodeId node;
  private final ContainerEngine engine;
  private final NodeRecords records;
  private final DriftSweep drift;
  private final Clock clock;
  private final Map<String, Counters> before = new HashMap<>();
  private @Nullable Instant sampled;
  private @Nullable Instant rolledUp;

  Look(NodeId node, ContainerEngine engine, NodeRecords records, DriftSweep drift, Clock clock) {
    this.drift = drift;
    this.node = node;
    this.engine = engine;
    this.records = records;
    this.clock = clock;
  }

  /** One look; false: the node is away. */
  boolean once() {
    List<Running> running = records.running(node);
    try {
      EngineInfo info = engine.info();
      long asked = System.nanoTime();
      Inventory inventory =
          engine.inventory(running.stream().map(Running::id).collect(Collectors.toSet()));
      Duration asking = Duration.ofNanos(System.nanoTime() - asked);
      Map<String, Map<String, ContainerFacts>> containers = containers(inventory);
      if (records.saw(node, machine(info))) {
        log.info("Node is ready: node={} docker={}", node, info.version());
      }
      running.forEach(r -> judge(r, containers.getOrDefault(r.id().value(), Map.of())));
      sampleWhenDue(running, containers);
      drift.sweep(inventory, asked, asking);
      return true;
    } catch (EngineException e) {
      if (records.missed(node, String.valueOf(e.getMessage()))) {
        log.warn("Node is unreachable: node={} reason={}", node, e.getMessage());
      }
      running.forEach(records::missed);
      drift.forget();
      return false;
    } finally {
      rollUpWhenDue();
    }
  }

  private static Machine machine(EngineInfo info) {
    Optional<NodeDisk> disk = NodeDisk.of(info.rootFolder());
    return new Machine(
        info.version(),
        info.cgroupVersion(),
        info.cpus(),
        info.memoryBytes(),
        disk.map(NodeDisk::bytes).orElse(null),
        disk.map(NodeDisk::freeBytes).orElse(null));
  }

  /** By deployment, by service. */
  private static Map<String, Map<String, ContainerFacts>> containers(Inventory inventory) {
    return inventory.containers().stream()
        .collect(
            Collectors.groupingBy(
                ContainerFacts::deployment,
                Collectors.toMap(
                    ContainerFacts::service, Function.identity(), (first, second) -> second)));
  }

  private void judge(Running running, Map<String, ContainerFacts> containers) {
    List<Seen> seen = new ArrayList<>();
    List<ServiceHealth> verdicts = new ArrayList<>();
    for (String service : running.services()) {
      ContainerFacts facts = containers.get(service);
      if (facts == null) {
        seen.add(new Seen(service, "missing", "unhealthy", 0, "Its container is gone."));
        verdicts.add(ServiceHealth.BAD);
      } else {
        seen.add(new Seen(service, facts.state(), health(facts), facts.restarts(), message(facts)));
        verdicts.add(
            ServiceHealth.of(facts.state(), health(facts), facts.runsOnce(), facts.exitCode()));
      }
    }
    records.saw(running, seen, DeploymentHealth.of(verdicts));
  }

  /** The engine says "starting" for a whole interval; the container's own check knows sooner. */
  private String health(ContainerFacts facts) {
    boolean passed =
        facts.state().equals("running")
            && facts.health().equals("starting")
            && engine.check(facts.name(), () -> false).map(Check::passed).orElse(false);
    return passed ? "healthy" : facts.health();
  }

  private static @Nullable String message(ContainerFacts facts) {
    if (facts.outOfMemory()) {
      return "It needed more memory than its limit.";
    }
    boolean ended = facts.state().equals("exited") || facts.state().equals("restarting");
    if (ended && facts.exitCode() != 0) {
      return "It ended with code " + facts.exitCode() + ".";
    }
    return facts.health().equals("healthy") ? null : facts.healthMessage();
  }

  private void sampleWhenDue(
      List<Running> running, Map<String, Map<String, ContainerFacts>> containers) {
    Instant now = clock.instant();
    if (sampled != null && now.isBefore(sampled.plus(SAMPLED_EVERY))) {
      return;
    }
    sampled = now;
    Map<String, Counters> fresh = new HashMap<>();
    List<Sample> taken = new ArrayList<>();
    for (Running one : running) {
      for (ContainerFacts facts : containers.getOrDefault(one.id().value(), Map.of()).values()) {
        if (facts.state().equals("running")) {
          read(facts).flatMap(r -> sample(one, facts, r, fresh)).ifPresent(taken::add);
        }
      }
    }
    before.clear();
    before.putAll(fresh);
    records.add(taken);
  }

  /** One container whose counters cannot be read does not make the node unreachable. */
  private Optional<Reading> read(ContainerFacts facts) {
    try {
      return engine.reading(facts.name());
    } catch (EngineException e) {
      if (e.type() == FailureType.ENGINE_UNAVAILABLE) {
        throw e;
      }
      log.warn("Sample is missing: container={} reason={}", facts.name(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Sample> sample(
      Running running, ContainerFacts facts, Reading reading, Map<String, Counters> fresh) {
    Counters now =
        new Counters(
            reading.at(), reading.cpuNanos(), reading.networkInBytes(), reading.networkOutBytes());
    fresh.put(facts.name(), now);
    return base(facts, now)
        .map(base -> new Sample(running, facts.service(), reading.memoryBytes(), now.since(base)));
  }

  /** What the totals were at the beginning of the stretch; empty: not known. */
  private Optional<Counters> base(ContainerFacts facts, Counters now) {
    Counters last = before.get(facts.name());
    Instant started = facts.startedAt();
    if (last != null) {
      boolean startedSince = started != null && started.isAfter(last.at());
      return Optional.of(startedSince ? Counters.zero(last.at()) : last);
    }
    return started != null && started.plus(FRESH).isAfter(now.at())
        ? Optional.of(Counters.zero(started))
        : Optional.empty();
  }

  private void rollUpWhenDue() {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!hour.equals(rolledUp)) {
      records.rollUp();
      rolledUp = hour;
    }
  }
}
