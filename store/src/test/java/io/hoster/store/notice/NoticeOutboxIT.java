package io.hoster.store.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.NodeTestRows;
import io.hoster.store.tenant.NoticeStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticeOutboxIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final NoticeOutbox outbox = new NoticeOutbox(database.jdbc());

  @AfterEach
  void close() {
    database.close();
  }

  private void queue(String id, @Nullable String key) {
    database
        .worker()
        .system(() -> {
          database
              .jdbc()
              .sql(
                  "insert into notice (id, to_address, subject, body, dedupe_key) values (?, 'a@b.test', 's', 'the link', ?)")
              .params(id, key)
              .update();
        });
  }

  private String body(String id) {
    return rows.text("select body from notice where id = ?", id);
  }

  @Test
  void aLinkThatOpensAnAccountIsForgottenOnceItIsSent() {
    queue("ntc_secret", NoticeStore.confidentialKey());
    queue("ntc_plain", null);
    queue("ntc_once", "operation:op_1");
    database.worker().system(() -> outbox.markFailed("ntc_secret", "away", Duration.ZERO));
    assertThat(body("ntc_secret")).isEqualTo("the link");
    for (String id : new String[] {"ntc_secret", "ntc_plain", "ntc_once"}) {
      database.worker().system(() -> outbox.markSent(id));
    }
    assertThat(body("ntc_secret")).isEmpty();
    assertThat(body("ntc_plain")).isEqualTo("the link");
    assertThat(body("ntc_once")).isEqualTo("the link");
  }
}
