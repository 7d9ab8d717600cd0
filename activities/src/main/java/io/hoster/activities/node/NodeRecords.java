package io.hoster.activities.node;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.HealthStore;
import io.hoster.store.deployment.HealthStore.Running;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.metering.SampleStore;
import io.hoster.store.metering.StorageStore;
import io.hoster.store.metering.StorageStore.Due;
import io.hoster.store.node.NodeStore;
import io.hoster.workflows.deployment.DeploymentHealth;
import io.hoster.workflows.metering.Counters;
import io.hoster.workflows.metering.Stored;
import io.hoster.workflows.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a watch writes, each in a short transaction of its own and with the database's time: workers
 * whose clocks differ measure one after another.
 */
final class NodeRecords {

  private final WorkerTransactions transactions;
  private final NodeStore nodes;
  private final HealthStore health;
  private final RouteStore routes;
  private final SampleStore samples;
  private final StorageStore storage;

  NodeRecords(
      WorkerTransactions transactions,
      NodeStore nodes,
      HealthStore health,
      RouteStore routes,
      SampleStore samples,
      StorageStore storage) {
    this.transactions = transactions;
    this.nodes = nodes;
    this.health = health;
    this.routes = routes;
    this.samples = samples;
    this.storage = storage;
  }

  /** What one container used. */
  record Sample(Running running, String service, long memoryBytes, Counters.Use use) {}

  void registerLocal(NodeId node, NodeSettings settings) {
    transactions.system(() -> {
      nodes.registerLocal(node);
      nodes.addPorts(node, settings.firstPort(), settings.lastPort());
      nodes.addSubnets(node);
    });
  }

  boolean saw(NodeId node, NodeStore.Machine machine) {
    return transactions.system(() -> nodes.saw(node, machine));
  }

  boolean missed(NodeId node, String reason) {
    return transactions.system(() -> nodes.missed(node, reason));
  }

  List<Running> running(NodeId node) {
    return transactions.system(() -> {
      health.forgetHealthOfResting(node);
      return health.running(node);
    });
  }

  void saw(Running running, List<HealthStore.Seen> services, DeploymentHealth verdict) {
    List<String> up =
        services.stream()
            .filter(service -> service.state().equals("running"))
            .map(HealthStore.Seen::service)
            .toList();
    transactions.system(() -> {
      if (health.saw(running, services, verdict)) {
        routes.follow(running.tenant(), running.id(), up);
      }
    });
  }

  void missed(Running running) {
    transactions.system(() -> health.missed(running));
  }

  void add(List<Sample> taken) {
    transactions.system(() -> {
      Instant at = samples.now().truncatedTo(ChronoUnit.SECONDS);
      for (Sample s : taken) {
        samples.add(
            s.running().tenant(), s.running().id(), s.service(), at, s.memoryBytes(), s.use());
      }
    });
  }

  /** Those that were not measured for {@code span}. */
  List<Due> dueForStorage(NodeId node, Duration span, int limit) {
    return transactions.system(() -> storage.due(node, samples.now().minus(span), limit));
  }

  void stored(Due due, List<Stored> found) {
    transactions.system(() -> storage.put(due, found, samples.now()));
  }

  void rollUp() {
    transactions.system(() -> samples.rollUp(samples.now()));
    transactions.system(() -> samples.forget(samples.now()));
  }
}
