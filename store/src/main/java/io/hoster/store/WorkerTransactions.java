package io.hoster.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions under the role {@code hoster_worker}. */
public final class WorkerTransactions extends Transactions {

  WorkerTransactions(TransactionTemplate template, JdbcClient jdbc) {
    super(Role.WORKER, template, jdbc);
  }
}
