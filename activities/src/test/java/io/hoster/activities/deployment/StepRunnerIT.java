package io.hoster.activities.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.Payloads;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.micrometer.core.instrument.Timer;
import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepRunnerIT {

  private final TestActivityEnvironment environment =
      TestActivityEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.plain()).build())
              .build());
  private final Map<Step, Deque<Consumer<StepContext>>> behaviours = new EnumMap<>(Step.class);
  private final List<Step> ran = new ArrayList<>();
  private OperationRig rig;
  private Phases phases;

  /** The phases that these tests go through. */
  @ActivityInterface
  public interface Phases {
    void run(OperationRef operation, Step.Phase phase);
  }

  @AfterEach
  void close() {
    environment.close();
    rig.close();
  }

  private OperationRig rig(String status) {
    rig = new OperationRig(status);
    StepRunner runner = rig.runner(Arrays.stream(Step.values()).map(this::action).toList());
    environment.registerActivitiesImplementations((Phases) runner::run);
    phases = environment.newActivityStub(Phases.class);
    return rig;
  }

  private StepAction action(Step step) {
    return new StepAction() {
      @Override
      public Step step() {
        return step;
      }

      @Override
      public StepResult run(StepContext context) {
        ran.add(step);
        Deque<Consumer<StepContext>> waiting = behaviours.get(step);
        if (waiting != null && !waiting.isEmpty()) {
          waiting.poll().accept(context);
        }
        return step == Step.SEND_EMAIL ? StepResult.skipped("nobody asked") : StepResult.done("ok");
      }
    };
  }

  private void next(Step step, Consumer<StepContext> behaviour) {
    behaviours.computeIfAbsent(step, s -> new ArrayDeque<>()).add(behaviour);
  }

  private static Consumer<StepContext> fails(FailureType type) {
    return context -> {
      throw new StepFailure(type, "It failed.");
    };
  }

  private ApplicationFailure failure(OperationRef operation, Step.Phase phase) {
    Throwable thrown = catchThrowable(() -> phases.run(operation, phase));
    assertThat(thrown).hasCauseInstanceOf(ApplicationFailure.class);
    return (ApplicationFailure) thrown.getCause();
  }

  private String step(Step step) {
    return rig.rows.text(
        "select status || ' ' || attempts from operation_step where name = ?", step.name());
  }

  @Test
  void aWholeOperationEndsWithItsLastStep() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    phases.run(operation, Step.Phase.PREPARE);
    assertThat(rig.status()).isEqualTo("scheduled");
    phases.run(operation, Step.Phase.CONTAINERS);
    assertThat(rig.status()).isEqualTo("starting");
    phases.run(operation, Step.Phase.PUBLISH);
    assertThat(ran).isEqualTo(operation.steps());
    assertThat(rig.status()).isEqualTo("running");
    assertThat(rig.rows.text("select status from operation")).isEqualTo("succeeded");
    assertThat(rig.rows.text("select actor || ': ' || message from event"))
        .isEqualTo("Ada: Set up and running.");
    assertThat(rig.rows.count("select applied_revision from deployment")).isOne();
    assertThat(step(Step.SEND_EMAIL)).isEqualTo("skipped 1");
  }

  @Test
  void aPhaseThatRunsAgainDoesNothingTwice() {
    OperationRef operation = rig("running").begin(CommandKind.STOP);
    phases.run(operation, Step.Phase.WITHDRAW);
    phases.run(operation, Step.Phase.WITHDRAW);
    phases.run(operation, Step.Phase.CONTAINERS);
    phases.run(operation, Step.Phase.CONTAINERS);
    assertThat(ran).containsExactly(Step.CLOSE_ADDRESS, Step.STOP_CONTAINERS);
    assertThat(rig.status()).isEqualTo("stopped");
    assertThat(rig.rows.count("select count(*) from event")).isOne();
  }

  @Test
  void aFailureThatMayPassIsTriedAgainFromThatStepAfterItsPause() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    next(Step.RESERVE_PORT, fails(FailureType.SLOT_TAKEN));
    ApplicationFailure failure = failure(operation, Step.Phase.PREPARE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getType()).isEqualTo("SLOT_TAKEN");
    assertThat(failure.getNextRetryDelay()).hasMillis(500);
    assertThat(step(Step.RESERVE_PORT)).isEqualTo("retrying 1");
    phases.run(operation, Step.Phase.PREPARE);
    assertThat(step(Step.RESERVE_PORT)).isEqualTo("done 2");
    assertThat(ran)
        .containsExactly(
            Step.CHECK_LIMITS,
            Step.CHOOSE_NODE,
            Step.RESERVE_PORT,
            Step.RESERVE_PORT,
            Step.PREPARE_CONFIGURATION);
  }

  @Test
  void theLastTryOfAStepIsNotRetriedAndARetryByAPersonCountsFromOne() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    int limit = OperationKind.PROVISION.attemptLimit(Step.RESERVE_PORT);
    for (int i = 0; i < limit; i++) {
      next(Step.RESERVE_PORT, fails(FailureType.SLOT_TAKEN));
      assertThat(failure(operation, Step.Phase.PREPARE).isNonRetryable()).isEqualTo(i == limit - 1);
    }
    assertThat(step(Step.RESERVE_PORT)).isEqualTo("failed " + limit);
    rig.records.recordWaitingForPerson(operation, "SLOT_TAKEN", "It failed.");
    phases.run(rig.begin(CommandKind.RETRY), Step.Phase.PREPARE);
    assertThat(step(Step.RESERVE_PORT)).isEqualTo("done 1");
  }

  @Test
  void aFailureThatCannotPassIsNotTriedAgain() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    next(Step.CHECK_LIMITS, fails(FailureType.PLAN_LIMIT));
    ApplicationFailure failure = failure(operation, Step.Phase.PREPARE);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).isEqualTo("It failed.");
    assertThat(step(Step.CHECK_LIMITS)).isEqualTo("failed 1");
    assertThat(ran).containsExactly(Step.CHECK_LIMITS);
  }

  @Test
  void aFailureThatNobodyForesawIsTriedAgain() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    next(
        Step.CHECK_LIMITS,
        context -> {
          throw new IllegalStateException("oops");
        });
    ApplicationFailure failure = failure(operation, Step.Phase.PREPARE);
    assertThat(failure.getType()).isEqualTo("UNEXPECTED");
    assertThat(failure.isNonRetryable()).isFalse();
  }

  @Test
  void aWriterThatIsOvertakenWhileItWorksRecordsNothingMore() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    next(Step.CHECK_LIMITS, context -> rig.apply(rig.accepted(CommandKind.CANCEL)));
    ApplicationFailure failure = failure(operation, Step.Phase.PREPARE);
    assertThat(failure.getType()).isEqualTo("SUPERSEDED");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(step(Step.CHECK_LIMITS)).isEqualTo("running 1");
    assertThat(ran).containsExactly(Step.CHECK_LIMITS);
  }

  @Test
  void aWriterThatIsOvertakenAndFailsIsNoFailureOfTheStep() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    next(
        Step.CHECK_LIMITS,
        context -> {
          rig.apply(rig.accepted(CommandKind.CANCEL));
          throw new StepFailure(FailureType.PLAN_LIMIT, "It failed.");
        });
    assertThat(failure(operation, Step.Phase.PREPARE).getType()).isEqualTo("SUPERSEDED");
    assertThat(step(Step.CHECK_LIMITS)).isEqualTo("running 1");
  }

  @Test
  void aDeletionEndsTheRow() {
    OperationRef operation = rig("stopped").begin(CommandKind.DELETE);
    for (Step.Phase phase : operation.phases()) {
      phases.run(operation, phase);
    }
    assertThat(rig.rows.count("select count(*) from deployment where deleted_at is null")).isZero();
    assertThat(rig.rows.text("select status from operation")).isEqualTo("succeeded");
  }

  @Test
  void everyTryAndEveryEndIsCounted() {
    OperationRef operation = rig("pending").begin(CommandKind.PROVISION);
    next(Step.RESERVE_PORT, fails(FailureType.SLOT_TAKEN));
    failure(operation, Step.Phase.PREPARE);
    next(Step.RESERVE_PORT, fails(FailureType.NO_CAPACITY));
    failure(operation, Step.Phase.PREPARE);
    assertThat(rig.counted("hoster.operation.step.retries", "reserve_port")).isOne();
    assertThat(rig.counted("hoster.operation.step.failures", "SLOT_TAKEN")).isOne();
    assertThat(rig.counted("hoster.operation.step.failures", "NO_CAPACITY")).isOne();
    rig.records.recordWaitingForPerson(operation, "NO_CAPACITY", "It failed.");
    assertThat(rig.counted("hoster.operations.stopped", "NO_CAPACITY")).isOne();
    OperationRef second = rig.begin(CommandKind.RETRY);
    rig.records.recordWaitingForPerson(second, "java.lang.Error", "It failed again.");
    assertThat(rig.counted("hoster.operations.stopped", "UNEXPECTED")).isOne();
    OperationRef again = rig.begin(CommandKind.RETRY);
    again.phases().forEach(phase -> phases.run(again, phase));
    assertThat(rig.counted("hoster.operations.ended", "succeeded")).isOne();
    assertThat(
            rig.figures.get("hoster.operation.step.duration").tag("step", "reserve_port").timer())
        .extracting(Timer::count)
        .isEqualTo(1L);
  }
}
