package io.hoster.activities.node;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.activities.docker.ContainerEngine.Inventory;
import io.hoster.activities.docker.EngineException;
import io.hoster.store.node.DriftRow;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.Drift;
import io.hoster.workflows.node.DriftKind;
import io.hoster.workflows.node.DriftKind.Choice;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.World.Found;
import io.hoster.workflows.node.World.FoundContainer;
import io.hoster.workflows.node.World.FoundObject;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares rows and the world each minute. What differs twice is told to the app's workflow, which
 * repairs it between commands; what nobody but a person may decide is only shown. Removes nothing
 * but the one thing that a person named, while it is still there under the same id.
 */
final class DriftSweep {

  private static final Logger log = LoggerFactory.getLogger(DriftSweep.class);

  private static final Duration EVERY = Duration.ofSeconds(60);

  /** A difference is acted on only when it is seen again. */
  private static final int SIGHTINGS = 2;

  private final NodeId node;
  private final String prefix;
  private final ContainerEngine engine;
  private final DriftRecords records;
  private final Timer passes;
  private final Clock clock;
  private @Nullable Instant last;

  /**
   * @param passes how long a comparison takes, with asking the engine
   */
  DriftSweep(
      NodeId node,
      String prefix,
      ContainerEngine engine,
      DriftRecords records,
      Timer passes,
      Clock clock) {
    this.node = node;
    this.prefix = prefix;
    this.engine = engine;
    this.records = records;
    this.passes = passes;
    this.clock = clock;
  }

  /** The engine was away: compare as soon as it is back. */
  void forget() {
    last = null;
  }

  /**
   * Compares when a minute has passed; carries out what was decided meanwhile.
   *
   * @param inventory what the engine told; a process that stood still may hold one that is old
   * @param asked when it was asked for that, in the time of {@link System#nanoTime()}
   * @param asking how long the engine took to tell
   */
  void sweep(Inventory inventory, long asked, Duration asking) {
    long begun = System.nanoTime();
    Instant now = clock.instant();
    boolean due = last == null || !now.isBefore(last.plus(EVERY));
    if (due) {
      last = now;
      DriftRecords.Wanted wanted =
          records.wanted(node, Duration.ofNanos(System.nanoTime() - asked));
      records.saw(node, Drift.between(prefix, wanted.apps(), wanted.leftovers(), found(inventory)));
    }
    List<DriftRow> open = records.open(node);
    open.forEach(row -> carryOut(row, inventory));
    if (due) {
      repair(open);
      passes.record(asking.plusNanos(System.nanoTime() - begun));
    }
  }

  private static Found found(Inventory inventory) {
    return new Found(
        Stream.concat(
                inventory.containers().stream().map(DriftSweep::container),
                inventory.resting().stream().map(DriftSweep::container))
            .toList(),
        inventory.networks().stream().map(n -> new FoundObject(n.name(), n.deployment())).toList(),
        inventory.volumes().stream().map(v -> new FoundObject(v.name(), v.deployment())).toList());
  }

  private static FoundContainer container(ContainerFacts facts) {
    boolean running = facts.state().equals("running") || facts.state().equals("restarting");
    return new FoundContainer(
        facts.name(), facts.id(), facts.deployment(), running, facts.runsOnce());
  }

  /**
   * Nobody asked whether it was made to end by itself: its app was at rest when the look began. If
   * it runs by now the next look knows.
   */
  private static FoundContainer container(Inventory.Resting resting) {
    return new FoundContainer(resting.name(), resting.id(), resting.deployment(), false, true);
  }

  /** One command an app, however much of it differs; none while most of the world is gone. */
  private void repair(List<DriftRow> open) {
    Set<DeploymentId> apps = new LinkedHashSet<>();
    Set<DeploymentId> unsafe = new LinkedHashSet<>();
    boolean worldGone = false;
    for (DriftRow row : open) {
      DeploymentId app = row.deployment();
      worldGone |= row.kind() == DriftKind.WORLD_GONE && !isDecided(row, Choice.REPAIR);
      if (app == null) {
        continue;
      }
      if (row.kind() == DriftKind.VOLUME_MISSING && !isDecided(row, Choice.RECREATE)) {
        unsafe.add(app); // to start it would make an empty volume in the place of the lost one
      } else if (row.sightings() >= SIGHTINGS && isToRepair(row, app)) {
        apps.add(app);
      }
    }
    apps.removeAll(unsafe);
    if (!worldGone) {
      apps.forEach(app -> {
        if (records.repair(app)) {
          log.info("Repair was asked for: deployment={}", app);
        }
      });
    }
  }

  /** An app at rest has nothing to be started: its volume is not made for it now. */
  private boolean isToRepair(DriftRow row, DeploymentId app) {
    return row.kind().isRepaired() || (isDecided(row, Choice.RECREATE) && records.isRunning(app));
  }

  private static boolean isDecided(DriftRow row, Choice choice) {
    return choice.word().equals(row.decision());
  }

  private void carryOut(DriftRow row, Inventory inventory) {
    if (!isDecided(row, Choice.REMOVE) || row.outcome() != null) {
      return;
    }
    try {
      String outcome = remove(row, inventory);
      records.settle(row, outcome);
      log.info("Drift was settled: drift={} object={} outcome={}", row.id(), row.object(), outcome);
    } catch (EngineException e) {
      records.settle(row, "Failed: " + e.getMessage());
      log.warn("Drift could not be settled: drift={} reason={}", row.id(), e.getMessage());
    }
  }

  private String remove(DriftRow row, Inventory inventory) {
    return switch (row.kind()) {
      case CONTAINER_UNKNOWN -> removeContainer(row, inventory);
      case NETWORK_UNKNOWN -> {
        engine.removeNetwork(row.object());
        yield "Removed.";
      }
      case VOLUME_UNKNOWN -> {
        engine.removeVolume(row.object());
        yield "Removed.";
      }
      case PORT_UNKNOWN -> {
        records.freePort(node, row.object());
        yield "Freed.";
      }
      case ROUTE_UNKNOWN -> {
        records.removeRoute(row.object());
        yield "Removed.";
      }
      case CONTAINER_MISSING,
          CONTAINER_STOPPED,
          CONTAINER_RUNS,
          NETWORK_MISSING,
          ROUTE_WRONG,
          VOLUME_MISSING,
          CONTAINER_FOREIGN,
          WORLD_GONE ->
          "Nothing to remove for " + row.kind().word().toLowerCase(Locale.ROOT) + ".";
    };
  }

  /** Another container may have the name by now: that one was not shown to anybody. */
  private String removeContainer(DriftRow row, Inventory inventory) {
    boolean same =
        found(inventory).containers().stream()
            .anyMatch(c -> c.name().equals(row.object()) && c.id().equals(row.objectId()));
    if (!same) {
      return "It was gone already.";
    }
    engine.removeContainerExactly(row.objectId());
    return "Removed.";
  }
}
