package io.hoster.activities.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.operation.CommandStore;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExpirySweepIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final AnnotationConfigApplicationContext stores =
      new AnnotationConfigApplicationContext();
  private ExpirySweep sweep;

  @BeforeEach
  void wire() {
    rows.template("blog", Kind.WEB, "Blogs");
    stores.registerBean(JdbcClient.class, database::jdbc);
    stores.register(DeploymentStore.class, DeploymentIntents.class, CommandStore.class);
    stores.refresh();
    sweep =
        new ExpirySweep(
            database.worker(),
            stores.getBean(DeploymentStore.class),
            stores.getBean(DeploymentIntents.class),
            stores.getBean(CommandStore.class),
            Runnable::run);
  }

  @AfterEach
  void close() {
    stores.close();
    database.close();
  }

  private DeploymentId trial(String name, String status, String ends) {
    DeploymentId id = rows.deployment(ada, name, "blog", status);
    update(
        "update deployment set expires_at = now() + cast(? as interval) where id = ?",
        ends,
        id.value());
    return id;
  }

  private void update(String sql, Object... params) {
    database.worker().system(() -> database.jdbc().sql(sql).params(params).update());
  }

  private List<String> asked(DeploymentId id) {
    return database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql(
                    "select kind || ' by ' || actor_name from command where subject_id = ? order by sequence")
                .param(id.value())
                .query(String.class)
                .list());
  }

  @Test
  void aTrialWhoseTimeIsOverIsStoppedAndThenDeleted() {
    DeploymentId id = trial("over", "running", "-1 second");
    sweep.sweep();
    sweep.sweep();
    assertThat(asked(id)).containsExactly("STOP by Hoster");
    update("update command set applied_at = now(), outcome = 'applied'");
    update("update deployment set status = 'stopped'");
    sweep.sweep();
    assertThat(asked(id)).containsExactly("STOP by Hoster", "DELETE by Hoster");
  }

  @Test
  void whatHasTimeLeftOrStaysIsLeftAlone() {
    DeploymentId early = trial("early", "running", "1 minute");
    DeploymentId stays = rows.deployment(ada, "stays", "blog", "stopped");
    sweep.sweep();
    assertThat(asked(early)).isEmpty();
    assertThat(asked(stays)).isEmpty();
  }

  @Test
  void whatIsGoneIsNotAskedAgain() {
    DeploymentId gone = trial("gone", "stopped", "-1 second");
    DeploymentId going = trial("going", "deleting", "-1 second");
    update("update deployment set deleted_at = now() where id = ?", gone.value());
    sweep.sweep();
    assertThat(asked(gone)).isEmpty();
    assertThat(asked(going)).isEmpty();
  }

  @Test
  void manyProcessesAskOnce() throws Exception {
    DeploymentId id = trial("over", "stopped", "-1 second");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> all =
          IntStream.range(0, 8)
              .<Callable<String>>mapToObj(i ->
                  () -> {
                    sweep.sweep();
                    return "swept";
                  })
              .toList();
      assertThat(threads.invokeAll(all))
          .hasSize(8)
          .allSatisfy(f -> assertThat(f.resultNow()).isEqualTo("swept"));
    }
    assertThat(asked(id)).containsExactly("DELETE by Hoster");
  }
}
