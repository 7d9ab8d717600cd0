package io.hoster.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.operation.CommandStore.Asker;
import io.hoster.store.operation.CommandStore.Backlog;
import io.hoster.store.operation.CommandStore.Pending;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandDeliveryIT {

  private static final DeploymentId APP = new DeploymentId("dep_1");
  private static final Asker ADA = new Asker(null, "Ada", "req_1");

  private final TestDatabase database = TestDatabase.fresh();
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final CommandStore commands = new CommandStore(database.jdbc());
  private final CommandDelivery delivery = new CommandDelivery(database.worker(), commands);
  private final List<String> handed = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  private CommandId add(CommandKind kind) {
    CommandId id = CommandStore.freshId();
    assertThat(add(id, kind)).isTrue();
    return id;
  }

  private boolean add(CommandId id, CommandKind kind) {
    return database.web().tenant(tenant, () -> commands.add(tenant, id, APP, kind, "", ADA));
  }

  private List<Pending> pending() {
    return database.worker().tenant(tenant, () -> commands.pendingOf(tenant, APP));
  }

  private List<Pending> unheard(Duration lostAfter) {
    return database.worker().system(() -> commands.unheard(lostAfter));
  }

  private boolean deliver() {
    return delivery.deliver(tenant, APP, (t, subject, c) -> handed.add(c.kind().name()));
  }

  @Test
  void commandsLeaveInTheOrderInWhichTheyWereAccepted() {
    add(CommandKind.PROVISION);
    add(CommandKind.CANCEL);
    add(CommandKind.DELETE);
    assertThat(deliver()).isTrue();
    assertThat(handed).containsExactly("PROVISION", "CANCEL", "DELETE");
    assertThat(pending()).extracting(Pending::sent).containsExactly(true, true, true);
  }

  @Test
  void theSameClickTwiceIsOneCommand() {
    CommandId id = add(CommandKind.STOP);
    assertThat(add(id, CommandKind.STOP)).isFalse();
    assertThat(pending()).hasSize(1);
    assertThat(database.web().tenant(tenant, () -> commands.subjectOf(tenant, id))).contains(APP);
  }

  @Test
  void whatNobodyTakesStaysAndHoldsUpWhatIsBehindIt() {
    add(CommandKind.PROVISION);
    add(CommandKind.CANCEL);
    boolean taken =
        delivery.deliver(
            tenant,
            APP,
            (t, subject, command) -> {
              if (command.kind() == CommandKind.CANCEL) {
                throw new IllegalStateException("the engine is away");
              }
              handed.add(command.kind().name());
            });
    assertThat(taken).isFalse();
    assertThat(pending()).extracting(Pending::sent).containsExactly(true, false);
    assertThat(unheard(Duration.ofHours(1))).hasSize(1);
    assertThat(deliver()).isTrue();
    assertThat(handed).containsExactly("PROVISION", "PROVISION", "CANCEL");
  }

  @Test
  void onlyWhoeverHasTheTurnSends() throws InterruptedException {
    add(CommandKind.STOP);
    List<Boolean> other = new ArrayList<>();
    database
        .worker()
        .system(() -> {
          assertThat(commands.takeTurn(APP)).isTrue();
          Thread thread = Thread.ofPlatform().start(() -> other.add(deliver()));
          join(thread);
        });
    assertThat(other).containsExactly(true);
    assertThat(handed).isEmpty();
    deliver();
    assertThat(handed).containsExactly("STOP");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCommandThatWasSentButNeverAppliedIsHeardOfAgain() {
    add(CommandKind.STOP);
    deliver();
    assertThat(unheard(Duration.ofHours(1))).isEmpty();
    assertThat(unheard(Duration.ZERO)).hasSize(1);
  }

  @Test
  void anAppliedCommandIsDoneWithAndSaysItsOutcome() {
    CommandId stop = add(CommandKind.STOP);
    CommandId start = add(CommandKind.START);
    database
        .worker()
        .tenant(
            tenant,
            () -> {
              assertThat(commands.outcome(tenant, stop)).isEmpty();
              commands.markApplied(tenant, stop, "opr_1", null);
              commands.markApplied(tenant, start, null, "It is stopping.");
              assertThat(commands.outcome(tenant, stop)).contains("applied");
              assertThat(commands.outcome(tenant, start)).contains("cancelled");
              assertThat(commands.asker(tenant, stop)).isEqualTo(ADA);
            });
    assertThat(pending()).isEmpty();
    assertThat(unheard(Duration.ZERO)).isEmpty();
    assertThat(deliver()).isTrue();
    assertThat(handed).isEmpty();
  }

  @Test
  void aCommandIsAppliedOnce() {
    CommandId stop = add(CommandKind.STOP);
    Runnable apply =
        () ->
            database
                .worker()
                .tenant(tenant, () -> commands.markApplied(tenant, stop, "opr_1", null));
    apply.run();
    assertThatIllegalStateException().isThrownBy(apply::run).withMessageContaining(stop.value());
  }

  @Test
  void theBacklogSaysHowLongTheOldestIsStuck() {
    assertThat(backlog()).isEqualTo(new Backlog(0, Duration.ZERO));
    age(add(CommandKind.STOP), Duration.ofMinutes(5));
    add(CommandKind.START);
    assertThat(backlog().waiting()).isEqualTo(2);
    assertThat(backlog().stuck()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
  }

  @Test
  void aCommandBehindAnOperationThatGoesOnIsNotStuck() {
    TestRows rows = new TestRows(database);
    rows.template("blog", Kind.WEB, "Tools");
    DeploymentId blog = rows.deployment(tenant, "blog", "blog", "starting");
    rows.operation(tenant, blog, "START", "running", Instant.now());
    CommandId stop = CommandStore.freshId();
    database
        .web()
        .tenant(tenant, () -> commands.add(tenant, stop, blog, CommandKind.STOP, "", ADA));
    age(stop, Duration.ofMinutes(5));
    assertThat(backlog()).isEqualTo(new Backlog(1, Duration.ZERO));
  }

  private Backlog backlog() {
    return database.web().system(commands::backlog);
  }

  private void age(CommandId command, Duration by) {
    database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql(
                    "update command set created_at = created_at - make_interval(secs => ?) where id = ?")
                .params(by.toSeconds(), command.value())
                .update());
  }
}
