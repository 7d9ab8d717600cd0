package io.hoster.ui.tenant;

import io.hoster.store.TestDatabase;
import io.hoster.store.WebTransactions;
import io.hoster.ui.security.SecretBox;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and the API's foundation alone, on a database of their own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class
    })
@ComponentScan({
  "io.hoster.store.tenant",
  "io.hoster.ui.security",
  "io.hoster.ui.tenant",
  "io.hoster.ui.api"
})
class AccountsApp {

  @Bean(destroyMethod = "close")
  TestDatabase database() {
    return TestDatabase.fresh();
  }

  @Bean
  JdbcClient jdbc(TestDatabase database) {
    return database.jdbc();
  }

  @Bean
  WebTransactions transactions(TestDatabase database) {
    return database.web();
  }

  @Bean
  SecretBox box() {
    return new TestBox();
  }

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }
}
