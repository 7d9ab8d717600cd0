package io.hoster.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions under the role {@code hoster_web}. */
public final class WebTransactions extends Transactions {

  WebTransactions(TransactionTemplate template, JdbcClient jdbc) {
    super(Role.WEB, template, jdbc);
  }
}
