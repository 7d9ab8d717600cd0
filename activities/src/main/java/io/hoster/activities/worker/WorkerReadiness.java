package io.hoster.activities.worker;

import io.hoster.store.WorkerTransactions;
import io.hoster.store.node.NodeStore;
import io.hoster.workflows.ReadinessPart;
import io.hoster.workflows.node.NodeRuns;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a worker needs before it can take work, and what its work can wait for. */
@Configuration(proxyBeanMethods = false)
class WorkerReadiness {

  private static final String READY = "ready";

  private final WorkerTransactions transactions;
  private final NodeStore nodes;

  WorkerReadiness(WorkerTransactions transactions, NodeStore nodes) {
    this.transactions = transactions;
    this.nodes = nodes;
  }

  /**
   * Its pollers run, and the local node has ports and networks to give. Once they run they find
   * Temporal again by themselves, so that its going away later does not take the process out.
   */
  @Bean
  ReadinessPart workerReadiness(Workers workers) {
    return ReadinessPart.needed("worker", () -> workers.isPolling() && localNode().isPresent());
  }

  /** As the watch of the local node saw it last. */
  @Bean
  ReadinessPart dockerReadiness() {
    return ReadinessPart.awaited("docker", () -> localNode().filter(READY::equals).isPresent());
  }

  private Optional<String> localNode() {
    return transactions.system(() -> nodes.status(NodeRuns.LOCAL));
  }
}
