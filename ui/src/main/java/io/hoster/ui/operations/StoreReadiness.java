package io.hoster.ui.operations;

import io.hoster.store.Migration;
import io.hoster.store.WebTransactions;
import io.hoster.store.edge.EdgeQueries;
import io.hoster.workflows.ReadinessPart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What PostgreSQL can say about readiness: that it answers, and that an edge lives. */
@Configuration(proxyBeanMethods = false)
class StoreReadiness {

  @Bean
  ReadinessPart databaseReadiness(
      Migration migration, WebTransactions transactions, EdgeQueries edges) {
    return ReadinessPart.needed(
        "database", () -> migration.isDone() && transactions.system(edges::isDatabaseThere));
  }

  /** Of a process that keeps none itself; one that does asks its own. */
  @Bean
  @ConditionalOnBooleanProperty(
      name = "hoster.role.edge",
      havingValue = false,
      matchIfMissing = true)
  ReadinessPart someEdgeReadiness(
      Migration migration, WebTransactions transactions, EdgeQueries edges) {
    return ReadinessPart.awaited(
        "edge", () -> migration.isDone() && transactions.system(edges::isAnyLive));
  }
}
