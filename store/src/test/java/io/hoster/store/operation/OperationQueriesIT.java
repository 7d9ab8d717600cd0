package io.hoster.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.operation.CommandStore.Asker;
import io.hoster.store.operation.OperationQueries.After;
import io.hoster.store.operation.OperationQueries.Open;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationQueriesIT {

  private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final OperationQueries queries = new OperationQueries(database.jdbc());
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));

  @BeforeEach
  void fill() {
    rows.template("ghost", Kind.WEB, "Blogs");
    rows.template("postgres", Kind.DATABASE, "Databases");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DeploymentId deployment(TenantId tenant, String name) {
    return rows.deployment(tenant, name, "ghost", "running");
  }

  @Test
  void showsTheNewestOperationFirstWithItsStepsInOrder() {
    DeploymentId blog = deployment(ada, "blog");
    OperationId first = rows.operation(ada, blog, "PROVISION", "succeeded", NOW);
    OperationId second = rows.operation(ada, blog, "STOP", "running", NOW.plusSeconds(5));
    rows.step(ada, second, 2, "STOP_CONTAINERS", "waiting", null, null);
    rows.step(ada, second, 1, "CLOSE_ADDRESS", "running", NOW, null);
    List<OperationRow> found =
        database.web().tenant(ada, () -> queries.ofSubject(ada, blog.value(), After.NOTHING, 9));
    assertThat(found).extracting(OperationRow::id).containsExactly(second, first);
    assertThat(found.getFirst().steps())
        .extracting(StepRow::name)
        .containsExactly("CLOSE_ADDRESS", "STOP_CONTAINERS");
    assertThat(found.getFirst().current().orElseThrow().position()).isEqualTo(1);
    assertThat(found.getLast().current()).isEmpty();
    List<OperationRow> next =
        database
            .web()
            .tenant(ada, () -> queries.ofSubject(ada, blog.value(), After.of(found.getFirst()), 9));
    assertThat(next).extracting(OperationRow::id).containsExactly(first);
  }

  @Test
  void aForeignTenantSeesNothing() {
    DeploymentId blog = deployment(ada, "blog");
    OperationId operation = rows.operation(ada, blog, "STOP", "running", NOW);
    assertThat(database.web().tenant(bob, () -> queries.byId(bob, operation))).isEmpty();
    assertThat(database.web().system(() -> queries.byId(bob, operation))).isEmpty();
    assertThat(database.web().system(() -> queries.ofSubject(bob, blog.value(), After.NOTHING, 9)))
        .isEmpty();
    assertThat(database.web().system(() -> queries.latest(bob, List.of(blog.value())))).isEmpty();
    assertThat(database.web().tenant(ada, () -> queries.byId(ada, operation))).isPresent();
  }

  @Test
  void knowsTheUsualDurationOfATemplatesSteps() {
    for (int seconds : new int[] {10, 20, 90}) {
      OperationId done =
          rows.operation(ada, deployment(ada, "blog-" + seconds), "PROVISION", "succeeded", NOW);
      rows.step(ada, done, 1, "PULL_IMAGES", "done", NOW, NOW.plusSeconds(seconds));
      rows.step(ada, done, 2, "SEND_EMAIL", "failed", NOW, NOW.plusSeconds(seconds));
    }
    DeploymentId other = rows.deployment(bob, "data", "postgres", "running");
    OperationId foreign = rows.operation(bob, other, "PROVISION", "succeeded", NOW);
    rows.step(bob, foreign, 1, "PULL_IMAGES", "done", NOW, NOW.plusSeconds(999));

    String ghost =
        database
            .web()
            .system(() ->
                database
                    .jdbc()
                    .sql("select id from template where slug = 'ghost'")
                    .query((row, n) -> row.getString(1))
                    .single());
    Map<String, UsualDuration> usual =
        database.web().system(() -> queries.usualDurations(ghost, "PROVISION"));

    assertThat(usual).containsOnlyKeys("PULL_IMAGES");
    assertThat(usual.get("PULL_IMAGES").runs()).isEqualTo(3);
    assertThat(usual.get("PULL_IMAGES").median()).isEqualTo(20, within(0.01));
    assertThat(usual.get("PULL_IMAGES").slow()).isEqualTo(76, within(0.01));
    assertThat(database.web().system(() -> queries.usualDurations(ghost, "STOP"))).isEmpty();
  }

  @Test
  void looksAtTheLastTwentyRunsOnly() {
    DeploymentId blog = deployment(ada, "blog");
    for (int i = 0; i < 25; i++) {
      OperationId done = rows.operation(ada, blog, "STOP", "succeeded", NOW.plusSeconds(i));
      Instant start = NOW.plusSeconds(100L * i);
      rows.step(ada, done, 1, "STOP_CONTAINERS", "done", start, start.plusSeconds(i < 5 ? 50 : 2));
    }
    String template =
        database
            .web()
            .system(() ->
                database
                    .jdbc()
                    .sql("select template_id from deployment")
                    .query((row, n) -> row.getString(1))
                    .single());
    UsualDuration stop =
        database
            .web()
            .system(() -> queries.usualDurations(template, "STOP"))
            .get("STOP_CONTAINERS");
    assertThat(stop).isEqualTo(new UsualDuration(20, 2, 2));
  }

  @Test
  void countsWhatIsOpenAndSaysHowLongNothingMoved() {
    Instant now = Instant.now();
    OperationId slow =
        rows.operation(ada, deployment(ada, "one"), "STOP", "running", now.minusSeconds(900));
    rows.step(ada, slow, 1, "CLOSE_ADDRESS", "done", now.minusSeconds(890), now.minusSeconds(700));
    rows.step(ada, slow, 2, "STOP_CONTAINERS", "retrying", now.minusSeconds(600), null);
    rows.operation(bob, deployment(bob, "two"), "STOP", "running", now.minusSeconds(30));
    rows.operation(bob, deployment(bob, "three"), "START", "waiting_for_person", now);
    rows.operation(bob, deployment(bob, "four"), "STOP", "succeeded", now.minusSeconds(9_000));
    Map<String, Open> open = open();
    assertThat(open).containsOnlyKeys("STOP running", "START waiting_for_person");
    assertThat(open.get("STOP running").count()).isEqualTo(2);
    assertThat(open.get("STOP running").still())
        .isBetween(Duration.ofSeconds(600), Duration.ofSeconds(690));
  }

  @Test
  void aDecisionMovesAnOperation() {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    DeploymentId blog = deployment(ada, "blog");
    OperationId tried = rows.operation(ada, blog, "STOP", "running", yesterday);
    rows.step(ada, tried, 1, "CLOSE_ADDRESS", "running", yesterday, null);
    CommandStore commands = new CommandStore(database.jdbc());
    CommandId retry = CommandStore.freshId();
    database
        .worker()
        .tenant(
            ada,
            () -> {
              commands.add(ada, retry, blog, CommandKind.RETRY, "", new Asker(null, "Ada", null));
              commands.markApplied(ada, retry, tried.value(), null);
            });
    assertThat(open().get("STOP running").still()).isLessThan(Duration.ofHours(1));
  }

  private Map<String, Open> open() {
    return database.web().system(queries::openOfAll).stream()
        .collect(Collectors.toMap(open -> open.kind() + " " + open.status(), open -> open));
  }
}
