package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PatientPoolIT {

  private static final long TURN_MILLIS = 250;

  @Test
  void waitsForItsTurnInACrowdForLongerThanThePoolsTimeOut() throws Exception {
    try (TestDatabase database = TestDatabase.fresh();
        HikariDataSource pool = pool(database.url());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Connection> crowd = new ArrayList<>();
      for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
        crowd.add(pool.getConnection());
      }
      pool.setConnectionTimeout(TURN_MILLIS);
      Future<Boolean> one = threads.submit(answers(pool));
      await().during(Duration.ofMillis(4 * TURN_MILLIS)).until(() -> !one.isDone());
      for (Connection each : crowd) {
        each.close();
      }
      assertThat(one.get()).isTrue();
    }
  }

  @Test
  void turnsAwayAtOnceWhileTheDatabaseIsAway() {
    try (HikariDataSource pool = pool("jdbc:postgresql://127.0.0.1:1/hoster?user=hoster")) {
      pool.setConnectionTimeout(TURN_MILLIS);
      assertThatThrownBy(pool::getConnection)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("not available");
    }
  }

  private static HikariDataSource pool(String url) {
    return DatabaseConfiguration.pool(new DatabaseSettings(url), Role.WEB);
  }

  private static Callable<Boolean> answers(HikariDataSource pool) {
    return () -> {
      try (Connection connection = pool.getConnection()) {
        return connection.isValid(5);
      }
    };
  }
}
