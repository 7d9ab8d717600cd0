package io.hoster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class TimeQueriesIT {

  @Test
  void saysTheDatabasesTimeAndWhileItIsAwayGoesOnFromIt() {
    TestDatabase database = TestDatabase.fresh();
    TimeQueries times = new TimeQueries(database.web(), database.jdbc());
    Instant told = times.now();
    OffsetDateTime later =
        database
            .web()
            .system(() ->
                database
                    .jdbc()
                    .sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single());
    assertThat(told).isBefore(later.toInstant());
    database.close();
    assertThat(times.now()).isAfter(told);
    assertThatThrownBy(() -> new TimeQueries(database.web(), database.jdbc()).now())
        .isInstanceOf(RuntimeException.class);
  }
}
