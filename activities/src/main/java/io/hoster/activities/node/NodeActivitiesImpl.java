package io.hoster.activities.node;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.worker.Heartbeat;
import io.hoster.workflows.node.NodeActivities;
import io.hoster.workflows.node.NodeId;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Watches with one thread a node. */
final class NodeActivitiesImpl implements NodeActivities {

  private static final Duration WATCH = Duration.ofHours(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  /** Many who want a look at once share one: it asks the engine about every container. */
  private static final Duration SOONEST = Duration.ofSeconds(2);

  /** A node that came back should not wait long to be seen. */
  private static final Duration WHILE_AWAY = Duration.ofSeconds(5);

  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);

  private final NodeSettings settings;
  private final NodeWatch watch;
  private final Function<NodeId, ContainerEngine> engines;
  private final NodeRecords records;
  private final DriftRecords drift;
  private final String prefix;
  private final Timer passes;
  private final Clock clock;

  NodeActivitiesImpl(
      NodeSettings settings,
      NodeWatch watch,
      Function<NodeId, ContainerEngine> engines,
      NodeRecords records,
      DriftRecords drift,
      String prefix,
      Timer passes,
      Clock clock) {
    this.settings = settings;
    this.watch = watch;
    this.engines = engines;
    this.records = records;
    this.drift = drift;
    this.prefix = prefix;
    this.passes = passes;
    this.clock = clock;
  }

  @Override
  public void registerLocalNode(NodeId node) {
    records.registerLocal(node, settings);
  }

  @Override
  public void watchNode(NodeId node) {
    ContainerEngine engine = engines.apply(node);
    try (Heartbeat heartbeat = Heartbeat.start();
        StorageMeter _ = StorageMeter.start(node, engine, records)) {
      DriftSweep sweep = new DriftSweep(node, prefix, engine, drift, passes, clock);
      Look look = new Look(node, engine, records, sweep, clock);
      Instant end = clock.instant().plus(WATCH);
      while (clock.instant().isBefore(end)) {
        boolean isThere = look.once();
        pause(heartbeat, isThere ? BETWEEN_LOOKS : WHILE_AWAY);
      }
    }
  }

  /** Until a look is wanted; the heartbeat says when the watch is to end. */
  private void pause(Heartbeat heartbeat, Duration longest) {
    Instant now = clock.instant();
    Instant until = now.plus(longest);
    while (clock.instant().isBefore(until)) {
      heartbeat.check();
      if (watch.await(BETWEEN_BEATS) && until.isAfter(now.plus(SOONEST))) {
        until = now.plus(SOONEST);
      }
    }
  }
}
