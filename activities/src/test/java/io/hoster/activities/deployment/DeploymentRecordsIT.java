package io.hoster.activities.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentRecordsIT {

  private OperationRig rig;

  private OperationRig rig(String status) {
    rig = new OperationRig(status);
    return rig;
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void fail(OperationRef operation) {
    rig.records.recordWaitingForPerson(
        operation, FailureType.IMAGE_MISSING.name(), "The image is not there.");
  }

  @ParameterizedTest
  @CsvSource({
    "pending, PROVISION, scheduled, 12",
    "stopped, START, starting, 3",
    "running, STOP, stopping, 2",
    "running, RESTART, starting, 3",
    "running, REDEPLOY, updating, 9",
    "stopped, REDEPLOY, updating, 9",
    "stopped, DELETE, deleting, 5"
  })
  void aCommandBeginsItsOperation(String before, CommandKind kind, String during, int steps) {
    CommandRef command = rig(before).accepted(kind);
    Directive directive = rig.apply(command);
    assertThat(directive).isInstanceOf(Directive.CarryOut.class);
    OperationRef operation = ((Directive.CarryOut) directive).operation();
    assertThat(operation.kind().name()).isEqualTo(kind.name());
    assertThat(operation.steps()).hasSize(steps);
    assertThat(operation.generation()).isEqualTo(rig.generation()).isEqualTo(1);
    assertThat(rig.status()).isEqualTo(during);
    assertThat(rig.outcome(command)).isEqualTo("applied");
    assertThat(rig.rows.text("select status_before || ' ' || actor_name from operation"))
        .isEqualTo(before + " Ada");
    assertThat(rig.records.findOpenOperation(rig.tenant, rig.app)).isEqualTo(directive);
  }

  @Test
  void theSameCommandAgainChangesNothing() {
    CommandRef stop = rig("running").accepted(CommandKind.STOP);
    Directive first = rig.apply(stop);
    assertThat(rig.apply(stop)).isEqualTo(first);
    assertThat(rig.generation()).isEqualTo(1);
    assertThat(rig.rows.count("select count(*) from operation")).isEqualTo(1);
  }

  @Test
  void aCommandThatHasBecomeMootSaysWhy() {
    rig("running").begin(CommandKind.STOP);
    CommandRef second = rig.accepted(CommandKind.RESTART);
    assertThat(rig.apply(second)).isInstanceOf(Directive.CarryOut.class);
    assertThat(rig.outcome(second))
        .isEqualTo("cancelled: Only a running app can be restarted; this one is stopping.");
    assertThat(rig.generation()).isEqualTo(1);
  }

  @Test
  void aCommandForAnAppThatIsGoneEndsTheWorkflow() {
    CommandRef stop = rig("running").accepted(CommandKind.STOP);
    rig.rows.update("update deployment set deleted_at = now()");
    assertThat(rig.apply(stop)).isEqualTo(new Directive.End());
    assertThat(rig.outcome(stop)).isEqualTo("cancelled: The app is gone.");
    assertThat(rig.records.findOpenOperation(rig.tenant, rig.app)).isEqualTo(new Directive.End());
  }

  @Test
  void whatNobodyCommandedRests() {
    assertThat(rig("running").records.findOpenOperation(rig.tenant, rig.app))
        .isEqualTo(new Directive.Rest("Nothing is under way."));
  }

  @Test
  void aFailureWaitsForAPersonAndARetryGoesOnUnderANewGeneration() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    fail(operation);
    assertThat(rig.status()).isEqualTo("failed");
    assertThat(rig.records.findOpenOperation(rig.tenant, rig.app))
        .isEqualTo(new Directive.Rest("Waits for a person's decision."));
    assertThat(
            rig.rows.text(
                "select failure ->> 'step' || ' ' || (failure ->> 'code') from operation"))
        .isEqualTo("CHECK_LIMITS IMAGE_MISSING");
    assertThat(rig.rows.text("select message from event"))
        .isEqualTo("Check limits failed: The image is not there.");
    OperationRef again = rig.begin(CommandKind.RETRY);
    assertThat(again.id()).isEqualTo(operation.id());
    assertThat(again.generation()).isEqualTo(2);
    assertThat(rig.status()).isEqualTo("scheduled");
    assertThat(rig.rows.count("select count(*) from operation where failure is null")).isOne();
  }

  @Test
  void newValuesGoOnWithAFailedSetUpAndRaiseTheSpecification() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    fail(operation);
    OperationRef again = rig.begin(CommandKind.REDEPLOY);
    assertThat(again.id()).isEqualTo(operation.id());
    assertThat(again.kind()).isEqualTo(OperationKind.PROVISION);
    assertThat(rig.rows.count("select spec_generation from deployment")).isEqualTo(2);
  }

  @Test
  void aRollBackUndoesWhatFailedAndACancelWhatIsUnderWay() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    fail(operation);
    assertThat(rig.apply(rig.accepted(CommandKind.ROLL_BACK))).isInstanceOf(Directive.Undo.class);
    assertThat(rig.status()).isEqualTo("deleting");
    CommandRef cancel = rig.accepted(CommandKind.CANCEL);
    assertThat(rig.apply(cancel)).isInstanceOf(Directive.Undo.class);
    assertThat(rig.outcome(cancel)).startsWith("cancelled: Only an app that is being set up");
    assertThat(rig.rows.text("select undoing_to from operation")).isEqualTo("rolled_back");
  }

  @Test
  void aCancelledChangeIsUndoneWhileTheAppIsUpdating() {
    rig("running").begin(CommandKind.REDEPLOY);
    Directive directive = rig.apply(rig.accepted(CommandKind.CANCEL));
    assertThat(directive).isInstanceOf(Directive.Undo.class);
    assertThat(((Directive.Undo) directive).operation().generation()).isEqualTo(2);
    assertThat(rig.status()).isEqualTo("updating");
  }

  @Test
  void aDeletionClosesTheOperationThatFailed() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    fail(operation);
    OperationRef deletion = rig.begin(CommandKind.DELETE);
    assertThat(deletion.kind()).isEqualTo(OperationKind.DELETE);
    assertThat(rig.rows.text("select status from operation where id = ?", operation.id().value()))
        .isEqualTo("cancelled");
  }

  @Test
  void aFailureOfAnOperationThatIsNoLongerOpenIsForgotten() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    fail(operation);
    rig.begin(CommandKind.DELETE);
    fail(operation);
    assertThat(rig.status()).isEqualTo("deleting");
  }

  @Test
  void aWriterThatWasOvertakenIsNoFailure() {
    OperationRef operation = rig("running").begin(CommandKind.STOP);
    rig.records.recordWaitingForPerson(operation, FailureType.SUPERSEDED.name(), "overtaken");
    assertThat(rig.status()).isEqualTo("stopping");
  }
}
