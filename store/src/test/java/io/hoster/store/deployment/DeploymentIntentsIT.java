package io.hoster.store.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.Ids;
import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.node.NodeTestRows;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided when somebody asks for an app: its name, its host, and whether there is room. */
class DeploymentIntentsIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));
  private final DeploymentIntents intents = new DeploymentIntents(database.jdbc());
  private final PlanLimits limits = new PlanLimits(database.jdbc());
  private String template;

  @BeforeEach
  void publish() {
    new TestRows(database).template("blog", TemplateDefinition.Kind.WEB, "Tools");
    template = rows.text("select id from template");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private boolean add(TenantId tenant, String name, String host) {
    return database
        .web()
        .tenant(
            tenant,
            () ->
                intents.add(
                    tenant,
                    new DeploymentId(Ids.fresh("dep")),
                    name,
                    "web",
                    template,
                    host,
                    null,
                    null));
  }

  private boolean hostIsFree(TenantId asker, String host) {
    return database.web().tenant(asker, () -> intents.hostIsFree(asker, host));
  }

  private void deleted(String host, String ago) {
    rows.update(
        "update deployment set deleted_at = now() - cast(? as interval) where host = ?", ago, host);
  }

  @Test
  void aHostThatAnybodyHasIsNotFree() {
    assertThat(hostIsFree(ada, "blog.example")).isTrue();
    add(ada, "blog", "blog.example");
    assertThat(hostIsFree(ada, "blog.example")).isFalse();
    assertThat(hostIsFree(bob, "blog.example")).isFalse();
  }

  @Test
  void aHostThatWasGivenUpRestsThirtyDaysForAllOthers() {
    add(ada, "blog", "blog.example");
    deleted("blog.example", "1 day");
    assertThat(hostIsFree(ada, "blog.example")).isTrue();
    assertThat(hostIsFree(bob, "blog.example")).isFalse();
    deleted("blog.example", "31 days");
    assertThat(hostIsFree(bob, "blog.example")).isTrue();
  }

  @Test
  void lookingForAHostDoesNotWidenWhatTheTransactionSees() {
    add(ada, "blog", "blog.example");
    add(bob, "shop", "shop.example");
    List<String> names =
        database
            .web()
            .tenant(
                bob,
                () -> {
                  intents.hostIsFree(bob, "blog.example");
                  return database
                      .jdbc()
                      .sql("select name from deployment")
                      .query(String.class)
                      .list();
                });
    assertThat(names).containsExactly("shop");
  }

  @Test
  void aNameOrHostThatWasTakenMeanwhileIsSaid() {
    assertThat(add(ada, "blog", "blog.example")).isTrue();
    assertThat(add(ada, "blog", "other.example")).isFalse();
    assertThat(add(bob, "blog", "blog.example")).isFalse();
    assertThat(add(bob, "blog", "his.example")).isTrue();
    assertThat(database.web().tenant(ada, () -> intents.nameIsTaken(ada, "blog"))).isTrue();
    assertThat(database.web().tenant(ada, () -> intents.nameIsTaken(ada, "shop"))).isFalse();
  }

  @Test
  void aNewDeploymentIsPendingAndAnotherTenantCannotLockIt() {
    add(ada, "blog", "blog.example");
    DeploymentId id = new DeploymentId(rows.text("select id from deployment"));
    var subject = database.web().tenant(ada, () -> intents.lock(ada, id)).orElseThrow();
    assertThat(subject.status()).isEqualTo(DeploymentStatus.PENDING);
    assertThat(subject.revision()).isEqualTo(1);
    assertThat(subject.appliedRevision()).isZero();
    assertThat(database.web().tenant(bob, () -> intents.lock(bob, id))).isEmpty();
    assertThat(database.web().tenant(bob, () -> intents.lock(ada, id))).isEmpty();
  }

  @Test
  void fiftyAtOnceNeverExceedThePlan() throws Exception {
    int allowed = database.web().tenant(ada, () -> limits.use(ada, "web")).limit();
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<Callable<Boolean>> work =
          IntStream.range(0, 50).<Callable<Boolean>>mapToObj(i -> () -> addInPlan(i)).toList();
      int added = 0;
      for (var future : threads.invokeAll(work)) {
        added += future.get() ? 1 : 0;
      }
      assertThat(added).isEqualTo(allowed);
    }
    assertThat(rows.count("select count(*) from deployment")).isEqualTo(allowed);
    assertThat(database.web().tenant(ada, () -> limits.use(ada, "web")).sentence())
        .startsWith("Deployment limit reached (" + allowed + "/" + allowed + ")");
  }

  private boolean addInPlan(int i) {
    return database
        .web()
        .tenant(
            ada,
            () -> {
              limits.lock(ada);
              PlanLimits.Use use = limits.use(ada, "web");
              return use.used() < use.limit() && add(ada, "app-" + i, "app-" + i + ".example");
            });
  }
}
