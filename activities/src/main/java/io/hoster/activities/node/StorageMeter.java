package io.hoster.activities.node;

import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.Place;
import io.hoster.activities.docker.EngineException;
import io.hoster.store.metering.StorageStore.Due;
import io.hoster.workflows.metering.StorageType;
import io.hoster.workflows.metering.Stored;
import io.hoster.workflows.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Measures, beside the watch of a node and never in its way, what each deployment keeps on the
 * node's disk: once an hour, a new one within a minute.
 */
final class StorageMeter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StorageMeter.class);

  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 50;

  private final NodeId node;
  private final ContainerEngine engine;
  private final NodeRecords records;
  private final Thread thread;

  private StorageMeter(NodeId node, ContainerEngine engine, NodeRecords records) {
    this.node = node;
    this.engine = engine;
    this.records = records;
    this.thread = Thread.ofVirtual().name("storage-of-" + node).unstarted(this::run);
  }

  static StorageMeter start(NodeId node, ContainerEngine engine, NodeRecords records) {
    StorageMeter meter = new StorageMeter(node, engine, records);
    meter.thread.start();
    return meter;
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        measureWhatIsDue();
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      } catch (EngineException | DataAccessException | TransactionException e) {
        log.warn("Storage was not measured, and is in half a minute: node={}", node, e);
        if (!rested()) {
          return;
        }
      }
    }
  }

  private static boolean rested() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void measureWhatIsDue() {
    for (Due due : records.dueForStorage(node, EVERY, AT_ONCE)) {
      records.stored(due, measure(engine.places(due.id())));
    }
  }

  /** Every type, also what there is nothing of. */
  static List<Stored> measure(List<Place> places) {
    Map<StorageType, DiskUse> sums = new EnumMap<>(StorageType.class);
    for (Place place : places) {
      sums.merge(place.type(), DiskUse.of(place.path()), DiskUse::and);
    }
    List<Stored> all = new ArrayList<>();
    for (StorageType type : StorageType.values()) {
      DiskUse use = sums.getOrDefault(type, DiskUse.NOTHING);
      all.add(new Stored(type, use.bytes(), use.files()));
    }
    return all;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
