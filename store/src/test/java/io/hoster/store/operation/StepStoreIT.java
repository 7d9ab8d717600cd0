package io.hoster.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.NodeStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.store.operation.CommandStore.Asker;
import io.hoster.store.operation.LedgerStore.Entry;
import io.hoster.store.operation.LedgerStore.Kind;
import io.hoster.store.operation.OperationStore.OpenOperation;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations, their steps and their ledger. */
class StepStoreIT {

  private static final NodeId LOCAL = new NodeId("nod_local");

  private final TestDatabase database = TestDatabase.fresh();
  private final NodeTestRows rows = new NodeTestRows(database);
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final OperationStore operations = new OperationStore(database.jdbc());
  private final StepStore steps = new StepStore(database.jdbc());
  private final LedgerStore ledger = new LedgerStore(database.jdbc());
  private DeploymentId app;
  private OperationRef operation;

  @BeforeEach
  void begin() {
    database.worker().system(() -> new NodeStore(database.jdbc()).registerLocal(LOCAL));
    app = rows.deployment(tenant, LOCAL, "running", List.of());
    beginOne(OperationKind.REDEPLOY);
    operation = open().ref();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T in(Supplier<T> work) {
    return database.worker().tenant(tenant, work);
  }

  private void doing(Runnable work) {
    database.worker().tenant(tenant, work);
  }

  private OperationId beginOne(OperationKind kind) {
    CommandStore commands = new CommandStore(database.jdbc());
    CommandId command = CommandStore.freshId();
    return in(() -> {
      commands.add(tenant, command, app, CommandKind.REDEPLOY, "", new Asker(null, "Ada", null));
      return operations.begin(tenant, app, kind, command, 0, DeploymentStatus.RUNNING, "Ada");
    });
  }

  private OpenOperation open() {
    return in(() -> operations.open(tenant, app)).orElseThrow();
  }

  private String step(Step step) {
    return rows.text(
        "select status || ' ' || attempts || ' ' || coalesce(error, '-') || ' ' || (next_try_at is"
            + " not null) from operation_step where operation_id = ? and name = ?",
        operation.id().value(),
        step.name());
  }

  @Test
  void anOperationBeginsWithAllItsStepsWaitingInOrder() {
    assertThat(operation.steps()).isEqualTo(OperationKind.REDEPLOY.steps());
    assertThat(operation.total()).isEqualTo(9);
    assertThat(open().waitsForPerson()).isFalse();
    assertThat(open().statusBefore()).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(open().undoingTo()).isNull();
    assertThat(step(Step.PULL_IMAGES)).isEqualTo("waiting 0 - false");
  }

  @Test
  void aDeploymentHasOneOpenOperationAtMost() {
    assertThatThrownBy(() -> beginOne(OperationKind.STOP))
        .hasMessageContaining("one_open_operation");
  }

  @Test
  void whatIsDoneOrSkippedIsNoLongerOpen() {
    doing(() -> {
      steps.beginStep(operation, Step.RESERVE_PORT);
      steps.finishStep(operation, Step.RESERVE_PORT, "done", "port 30000");
      steps.finishStep(operation, Step.PREPARE_CONFIGURATION, "skipped", "as before");
    });
    assertThat(open().ref().steps()).startsWith(Step.PULL_IMAGES).hasSize(7);
  }

  @Test
  void triesAreCountedAndAFailureSaysWhenTheNextOneIs() {
    for (int attempt = 1; attempt <= 3; attempt++) {
      int expected = attempt;
      doing(() -> {
        assertThat(steps.beginStep(operation, Step.PULL_IMAGES)).isEqualTo(expected);
        steps.failStep(operation, Step.PULL_IMAGES, "away", null, Duration.ofSeconds(3));
      });
    }
    assertThat(step(Step.PULL_IMAGES)).isEqualTo("retrying 3 away true");
    doing(() -> steps.failStep(operation, Step.PULL_IMAGES, "gone", null, null));
    assertThat(step(Step.PULL_IMAGES)).isEqualTo("failed 3 gone false");
  }

  @Test
  void whoeverGoesOnBeginsTheFailedStepFromItsFirstTry() {
    doing(() -> {
      steps.beginStep(operation, Step.RESERVE_PORT);
      steps.finishStep(operation, Step.RESERVE_PORT, "done", "");
      steps.beginStep(operation, Step.PULL_IMAGES);
      steps.failStep(operation, Step.PULL_IMAGES, "gone", null, null);
      operations.waitForPerson(tenant, operation.id(), "{\"step\":\"PULL_IMAGES\"}");
    });
    assertThat(open().waitsForPerson()).isTrue();
    doing(() -> {
      steps.resetFailed(tenant, operation.id());
      operations.goOn(tenant, operation.id(), 5);
    });
    assertThat(open().waitsForPerson()).isFalse();
    assertThat(open().ref().generation()).isEqualTo(5);
    assertThat(step(Step.PULL_IMAGES)).startsWith("waiting 0");
    assertThat(step(Step.RESERVE_PORT)).startsWith("done 1");
    doing(() -> steps.resetFrom(tenant, operation.id(), Step.RESERVE_PORT));
    assertThat(open().ref().steps()).hasSize(9);
  }

  @Test
  void anUndoKeepsHowItIsToEnd() {
    doing(() -> operations.undo(tenant, operation.id(), 1, "cancelled"));
    doing(() -> operations.undo(tenant, operation.id(), 2, "rolled_back"));
    assertThat(open().undoingTo()).isEqualTo("cancelled");
    doing(() -> operations.end(tenant, operation.id(), "cancelled"));
    assertThat(in(() -> operations.open(tenant, app))).isEmpty();
    doing(() -> operations.end(tenant, operation.id(), "succeeded"));
    assertThat(rows.text("select status from operation")).isEqualTo("cancelled");
  }

  @Test
  void aWriterThatWasOvertakenFindsItOutAndWritesNothing() {
    doing(() -> steps.requireCurrent(operation));
    rows.update("update deployment set generation = generation + 1 where id = ?", app.value());
    assertThatExceptionOfType(StepStore.SupersededException.class)
        .isThrownBy(() ->
            doing(() -> {
              steps.beginStep(operation, Step.RESERVE_PORT);
              steps.requireCurrent(operation);
            }))
        .withMessageContaining(operation.id().value());
    assertThat(step(Step.RESERVE_PORT)).startsWith("waiting 0");
  }

  @Test
  void aWriterOfADeletedDeploymentStops() {
    rows.update("update deployment set deleted_at = now() where id = ?", app.value());
    assertThatExceptionOfType(StepStore.SupersededException.class)
        .isThrownBy(() -> doing(() -> steps.requireCurrent(operation)));
  }

  @Test
  void theLedgerIsUndoneInReverseAndTwiceIsOnce() {
    doing(() -> {
      ledger.record(operation, Kind.NETWORK, "net");
      ledger.record(operation, Kind.VOLUME, "data");
      ledger.record(operation, Kind.CONTAINER, "web");
      ledger.record(operation, Kind.NETWORK, "net");
    });
    List<Entry> entries = in(() -> ledger.toUndo(operation));
    assertThat(entries).extracting(Entry::object).containsExactly("web", "data", "net");
    doing(() -> ledger.markUndone(operation, entries.getFirst()));
    doing(() -> ledger.markUndone(operation, entries.getFirst()));
    assertThat(in(() -> ledger.toUndo(operation))).hasSize(2);
    doing(() -> ledger.record(operation, Kind.CONTAINER, "web"));
    assertThat(in(() -> ledger.toUndo(operation))).hasSize(3);
  }
}
