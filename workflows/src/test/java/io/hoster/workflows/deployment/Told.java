package io.hoster.workflows.deployment;

import io.hoster.workflows.Payloads;
import io.hoster.workflows.deployment.RowsInMemory.Place;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a saved history tells of the operations on its deployment. */
final class Told {

  private static final Map<String, Place> PLACES =
      Map.of(
          "PrepareDeployment", Place.PREPARE,
          "ChangeContainers", Place.CONTAINERS,
          "PublishDeployment", Place.PUBLISH,
          "WithdrawAddress", Place.WITHDRAW,
          "ClearDeployment", Place.CLEAR,
          "UndoOperation", Place.UNDO);

  /** An operation came to a place. */
  record At(OperationKind kind, Place place) {}

  /** What was decided after an operation failed at a place, or while it worked there. */
  record Decision(At at, CommandKind command) {}

  private final Map<Long, At> scheduled = new HashMap<>();
  private final Set<At> done = new LinkedHashSet<>();
  private final Set<Decision> decisions = new LinkedHashSet<>();
  private @Nullable At failed;

  private Told() {}

  static Told by(WorkflowExecutionHistory history) {
    Told told = new Told();
    history.getEvents().forEach(told::read);
    return told;
  }

  /** Where operations did their work. */
  Set<At> done() {
    return done;
  }

  Set<Decision> decisions() {
    return decisions;
  }

  private void read(HistoryEvent event) {
    switch (event.getEventType()) {
      case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ->
          scheduled.put(event.getEventId(), at(event.getActivityTaskScheduledEventAttributes()));
      case EVENT_TYPE_ACTIVITY_TASK_COMPLETED ->
          done.add(at(event.getActivityTaskCompletedEventAttributes().getScheduledEventId()));
      case EVENT_TYPE_ACTIVITY_TASK_FAILED ->
          failed = at(event.getActivityTaskFailedEventAttributes().getScheduledEventId());
      case EVENT_TYPE_ACTIVITY_TASK_CANCELED ->
          decisions.add(
              new Decision(
                  at(event.getActivityTaskCanceledEventAttributes().getScheduledEventId()),
                  CommandKind.CANCEL));
      case EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED ->
          decided(
              first(
                      event
                          .getWorkflowExecutionUpdateAcceptedEventAttributes()
                          .getAcceptedRequest()
                          .getInput()
                          .getArgs()
                          .getPayloadsList(),
                      CommandRef.class)
                  .kind());
      default -> {}
    }
  }

  private void decided(CommandKind command) {
    if (failed != null) {
      decisions.add(new Decision(failed, command));
      failed = null;
    }
  }

  private At at(long scheduledEvent) {
    return scheduled.get(scheduledEvent);
  }

  private static At at(ActivityTaskScheduledEventAttributes activity) {
    OperationRef operation = first(activity.getInput().getPayloadsList(), OperationRef.class);
    return new At(operation.kind(), PLACES.get(activity.getActivityType().getName()));
  }

  private static <T> T first(List<Payload> payloads, Class<T> type) {
    return Payloads.plain().fromPayload(payloads.getFirst(), type, type);
  }
}
