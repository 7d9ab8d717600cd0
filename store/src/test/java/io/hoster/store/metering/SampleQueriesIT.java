package io.hoster.store.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleQueriesIT {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final SampleQueries queries = new SampleQueries(database.jdbc());
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));
  private DeploymentId blog;

  @BeforeEach
  void fill() {
    rows.template("ghost", Kind.WEB, "Blogs");
    blog = rows.deployment(ada, "blog", "ghost", "running");
    rows.sample(ada, blog, "web", NOON.plusSeconds(5), 10, 100);
    rows.sample(ada, blog, "web", NOON.plusSeconds(35), 20, 300);
    rows.sample(ada, blog, "db", NOON.plusSeconds(5), 5, 1000);
    rows.sample(ada, blog, "web", NOON.plusSeconds(65), 40, 500);
    rows.traffic(blog, NOON, 5, 1, 100);
    rows.traffic(blog, NOON.plusSeconds(120), 1, 1, 0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<SampleRow> samples(TenantId tenant, Duration span) {
    Instant end = NOON.plusSeconds(600);
    return database.web().system(() -> queries.samples(tenant, blog, end.minus(span), end));
  }

  @Test
  void addsTheServicesUpMinuteByMinute() {
    assertThat(samples(ada, Duration.ofHours(1)))
        .containsExactly(
            new SampleRow(NOON, 20.0, 1200L, 30L, 60L, 5L, 1L, 25.0),
            new SampleRow(NOON.plusSeconds(60), 40.0, 500L, 10L, 20L, 0L, 0L, null),
            new SampleRow(NOON.plusSeconds(120), null, null, null, null, 1L, 1L, null));
  }

  @Test
  void takesLongerStretchesForLongerSpans() {
    assertThat(samples(ada, Duration.ofHours(20)))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.at()).isEqualTo(NOON);
          assertThat(row.networkInBytes()).isEqualTo(40);
          assertThat(row.requests()).isEqualTo(6);
        });
  }

  @Test
  void readsSummedUpHoursAndThoseThatAreNotYet() {
    database
        .worker()
        .system(() -> {
          database
              .jdbc()
              .sql(
                  """
                  insert into sample_hour values (:tenant, :deployment, 'web', '2026-01-02T09:00:00Z', 60, 7, 9,
                    70, 90, 1000, 2000)
                  """)
              .param("tenant", ada.value())
              .param("deployment", blog.value())
              .update();
        });
    List<SampleRow> found = samples(ada, Duration.ofDays(7));
    assertThat(found)
        .extracting(SampleRow::at)
        .containsExactly(NOON.minus(Duration.ofHours(3)), NOON);
    assertThat(found.getFirst().cpuPercent()).isEqualTo(7, within(0.001));
    assertThat(found.getLast().networkInBytes()).isEqualTo(40);
    assertThat(found.getLast().requests()).isEqualTo(6);
  }

  @Test
  void aForeignTenantSeesNothing() {
    assertThat(samples(bob, Duration.ofHours(1))).isEmpty();
    assertThat(samples(bob, Duration.ofDays(7))).isEmpty();
    assertThat(
            database
                .web()
                .tenant(bob, () -> queries.samples(ada, blog, NOON, NOON.plusSeconds(600))))
        .isEmpty();
  }
}
