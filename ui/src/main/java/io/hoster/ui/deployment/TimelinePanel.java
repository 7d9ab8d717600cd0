package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.OperationTimeline;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.security.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done to it, newest first, and what happened between. */
final class TimelinePanel extends SectionPanel {

  private static final int OPERATIONS = 10;
  private static final int EVENTS = 50;

  private final Deployments deployments;
  private final Actor actor;
  private final DeploymentHeader verbs;
  private final Div trouble = new Div();
  private final Div operations = new Div();
  private final Div events = new Div();
  private final Map<String, OperationTimeline> timelines = new HashMap<>();
  private List<Deployments.Event> shownEvents = List.of();
  private OperationView.@Nullable Failure shownFailure;

  TimelinePanel(Deployments deployments, Actor actor, DeploymentHeader verbs) {
    this.deployments = deployments;
    this.actor = actor;
    this.verbs = verbs;
    operations.addClassName("stack");
    add(trouble, operations, events);
  }

  @Override
  void refresh(Deployments.Details details) {
    showFailure(details, details.operation());
    List<OperationView> newest = deployments.operations(actor, details.summary().id(), OPERATIONS);
    if (newest.isEmpty()) {
      operations.removeAll();
      operations.add(
          new EmptyFace(AppIcon.ACTIVITY, text("timeline.none"), text("timeline.none-next")));
      return;
    }
    if (!newest.stream().allMatch(operation -> timelines.containsKey(operation.id()))) {
      arrange(newest);
    }
    newest.forEach(operation -> {
      OperationTimeline timeline = timelines.get(operation.id());
      if (timeline != null) {
        timeline.show(operation);
      }
    });
    showEvents(deployments.events(actor, details.summary().id(), EVENTS));
  }

  private void showFailure(Deployments.Details details, @Nullable OperationView operation) {
    OperationView.Failure failure =
        operation == null || operation.isOver() ? null : operation.failure();
    if (failure == null) {
      trouble.removeAll();
    } else if (operation != null && !failure.equals(shownFailure)) {
      trouble.removeAll();
      trouble.add(new FailedPanel(details, operation, failure, verbs));
    }
    shownFailure = failure;
  }

  /** A new operation came: the rows keep their place below it. */
  private void arrange(List<OperationView> newest) {
    operations.removeAll();
    newest.forEach(operation -> {
      OperationTimeline timeline =
          timelines.computeIfAbsent(operation.id(), id -> new OperationTimeline());
      Div panel = new Div(timeline);
      panel.addClassName("panel");
      operations.add(panel);
    });
  }

  private void showEvents(List<Deployments.Event> newest) {
    if (newest.equals(shownEvents)) {
      return;
    }
    shownEvents = newest;
    OrderedList list = new OrderedList();
    list.addClassName("events");
    newest.forEach(event -> list.add(row(event)));
    events.removeAll();
    if (!newest.isEmpty()) {
      events.add(panel(text("timeline.events"), list));
    }
  }

  private static Component row(Deployments.Event event) {
    Span message = new Span(event.message());
    String actor = event.actor();
    ListItem row = new ListItem(message);
    if (actor != null) {
      Span who = new Span(actor);
      who.addClassName("secondary");
      row.add(who);
    }
    row.add(HosterTime.ago(event.at()));
    row.addClassName("event");
    return row;
  }
}
