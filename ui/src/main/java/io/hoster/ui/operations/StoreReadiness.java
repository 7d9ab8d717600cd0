package io.hoster.ui.operations;

import io.hoster.store.Migration;
import io.hoster.store.WebTransactions;
import io.hoster.store.edge.EdgeQueries;
import io.hoster.workflows.ReadinessPart;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What PostgreSQL can say about readiness: that it answers, and that an edge lives. */
@Configuration(proxyBeanMethods = false)
class StoreReadiness {

  @Bean
  ReadinessPart databaseReadiness(
      Migration migration, WebTransactions transactions, EdgeQueries edges) {
    return part(
        "database", () -> migration.isDone() && transactions.system(edges::isDatabaseThere));
  }

  @Bean
  ReadinessPart edgeReadiness(
      Migration migration, WebTransactions transactions, EdgeQueries edges) {
    return part("edge", () -> migration.isDone() && transactions.system(edges::isAnyLive));
  }

  private static ReadinessPart part(String name, BooleanSupplier answers) {
    return new ReadinessPart() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean ready() {
        try {
          return answers.getAsBoolean();
        } catch (DataAccessException | TransactionException e) {
          return false; // away: that is the answer
        }
      }
    };
  }
}
