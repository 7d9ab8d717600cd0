package io.hoster.activities.deployment;

import io.hoster.activities.docker.EngineException;
import io.hoster.activities.worker.Heartbeat;
import io.hoster.store.operation.StepStore.SupersededException;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentStepActivities;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One phase of steps a call; the runner records, the actions act. */
@Component
@ConditionalOnBooleanProperty("hoster.role.worker")
final class DeploymentStepActivitiesImpl implements DeploymentStepActivities {

  private static final Logger log = LoggerFactory.getLogger(DeploymentStepActivitiesImpl.class);

  private static final int UNDO_TRIES = 60;

  private final StepRunner runner;
  private final Undo undo;

  DeploymentStepActivitiesImpl(StepRunner runner, Undo undo) {
    this.runner = runner;
    this.undo = undo;
  }

  @Override
  public void prepareDeployment(OperationRef operation) {
    runner.run(operation, Step.Phase.PREPARE);
  }

  @Override
  public void changeContainers(OperationRef operation) {
    runner.run(operation, Step.Phase.CONTAINERS);
  }

  @Override
  public void publishDeployment(OperationRef operation) {
    runner.run(operation, Step.Phase.PUBLISH);
  }

  @Override
  public void withdrawAddress(OperationRef operation) {
    runner.run(operation, Step.Phase.WITHDRAW);
  }

  @Override
  public void clearDeployment(OperationRef operation) {
    runner.run(operation, Step.Phase.CLEAR);
  }

  @Override
  public void undoOperation(OperationRef operation) {
    try (OperationLog _ = OperationLog.of(operation);
        Heartbeat heartbeat = Heartbeat.start()) {
      undo.run(operation, heartbeat);
      log.info("Operation undone: kind={}", operation.kind());
    } catch (SupersededException e) {
      throw StepRunner.superseded(e);
    } catch (DataIntegrityViolationException | InvalidDataAccessResourceUsageException e) {
      throw ApplicationFailure.newNonRetryableFailureWithCause(
          "The database refused the roll-back.", FailureType.UNEXPECTED.name(), e);
    } catch (DataAccessException | TransactionException e) {
      throw StepRunner.storeAway(e);
    } catch (StepFailure e) {
      throw failure(e.type(), e);
    } catch (EngineException e) {
      throw failure(e.type(), e);
    }
  }

  /** An undo is tried for long: what was made must go. Then a person looks. */
  private static ApplicationFailure failure(FailureType type, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return type.isRetried() && Activity.getExecutionContext().getInfo().getAttempt() < UNDO_TRIES
        ? ApplicationFailure.newFailureWithCause(message, type.name(), e)
        : ApplicationFailure.newNonRetryableFailureWithCause(message, type.name(), e);
  }
}
