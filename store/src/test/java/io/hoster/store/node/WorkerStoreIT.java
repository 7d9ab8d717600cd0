package io.hoster.store.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerStoreIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final WorkerStore workers = new WorkerStore(database.jdbc());
  private final WorkerQueries queries = new WorkerQueries(database.jdbc());

  @AfterEach
  void close() {
    database.close();
  }

  private void beat(String address) {
    database.worker().system(() -> workers.beat(address));
  }

  private void age(String address, String by) {
    rows.update(
        "update worker set heartbeat_at = heartbeat_at - cast(? as interval) where log_address = ?",
        by,
        address);
  }

  private List<String> addresses() {
    return database.web().system(queries::logAddresses);
  }

  @Test
  void theWorkerLastHeardOfComesFirst() {
    beat("http://a:1");
    beat("http://b:1");
    age("http://a:1", "5 seconds");
    assertThat(addresses()).containsExactly("http://b:1", "http://a:1");
    age("http://b:1", "30 seconds");
    assertThat(addresses()).containsExactly("http://a:1", "http://b:1");
  }

  @Test
  void whoIsSilentOrHasLeftIsNotAskedAndForgottenAfterADay() {
    beat("http://a:1");
    beat("http://b:1");
    age("http://a:1", "61 seconds");
    database.worker().system(() -> workers.leave("http://b:1"));
    assertThat(addresses()).isEmpty();
    age("http://a:1", "1 day");
    beat("http://c:1");
    assertThat(rows.count("select count(*) from worker")).isEqualTo(1);
  }

  @Test
  void theWebCannotSayThatAWorkerLives() {
    assertThatThrownBy(() -> database.web().system(() -> workers.beat("http://evil:1")))
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
