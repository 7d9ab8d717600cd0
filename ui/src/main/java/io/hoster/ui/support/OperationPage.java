package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Crumbs;
import io.hoster.ui.PathIds;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.Facts;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.OperationTimeline;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.workflows.operation.OperationId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation: where it stands, what can be decided, and all that is known of it. */
@Route("staff/operations/:operation")
@RolesAllowed({"SUPPORT", "OPERATOR"})
class OperationPage extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private final SupportService support;
  private final Actor actor;
  private final Div title = new Div();
  private final Div decisions = new Div();
  private final OperationTimeline timeline = new OperationTimeline();
  private final Div facts = new Div();
  private final CasePanel casePanel;
  private @Nullable StaffOperation shown;

  OperationPage(SupportService support, Visitor visitor, ChangeFeed changes) {
    this.support = support;
    this.actor = visitor.require();
    this.casePanel = new CasePanel(support, actor, this::refresh);
    addClassNames("page", "dense");
    getElement().setAttribute("theme", "small");
    title.addClassName("title-row");
    Div steps = new Div(timeline);
    steps.addClassName("panel");
    Div left = new Div(decisions, steps);
    left.addClassName("stack");
    Div right = new Div(facts, casePanel);
    right.addClassName("stack");
    Div columns = new Div(left, right);
    columns.addClassName("columns");
    add(title, columns);
    changes.followAll(
        this,
        (table, id) -> {
          StaffOperation row = shown;
          return row != null && (id.equals(row.deploymentId()) || id.equals(row.id()));
        },
        this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(support.operation(actor, PathIds.required(event, "operation", OperationId::new)));
  }

  private void refresh() {
    StaffOperation row = shown;
    if (row != null) {
      show(support.operation(actor, new OperationId(row.id())));
    }
  }

  private void show(StaffOperation row) {
    boolean another = !row.equals(shown);
    shown = row;
    timeline.show(support.timeline(actor, new OperationId(row.id())));
    if (!another) {
      return;
    }
    title.removeAll();
    title.add(
        new H1(text("operation.of", StaffCells.where(row), row.deploymentName())),
        StateBadge.of(State.ofOperation(row.status())));
    decisions.removeAll();
    if (row.failure() != null) {
      decisions.add(new DecisionPanel(support, actor, row, this::refresh));
    }
    facts.removeAll();
    facts.add(facts(row));
    casePanel.show(row);
  }

  private Component facts(StaffOperation row) {
    Facts list = new Facts();
    list.fact(text("staff.app"), new Span(row.deploymentName()));
    list.fact(
        text("staff.tenant-name"),
        new Anchor("staff/tenants/" + row.tenant().id(), row.tenant().name()));
    list.fact(text("operations.asked-by"), new Span(row.startedBy()));
    list.fact(text("operations.started"), HosterTime.ago(row.startedAt()));
    Instant finished = row.finishedAt();
    if (finished != null) {
      list.fact(text("operations.finished"), HosterTime.ago(finished));
    }
    list.fact(text("staff.id"), StaffCells.code(row.id()));
    list.fact(text("staff.subject-id"), StaffCells.code(row.deploymentId()));
    if (actor.isStaff(StaffRole.OPERATOR)) {
      list.fact(
          text("operations.run"), StaffCells.run(row.workflowLink(), text("operations.open-run")));
    }
    Div panel = new Div(new H2(text("operations.facts")), list);
    panel.addClassNames("panel", "stack");
    return panel;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("staff/inbox", text("inbox.title")),
        new Crumb("staff/operations", text("operations.title")));
  }

  @Override
  public String getPageTitle() {
    StaffOperation row = shown;
    return text("title", row == null ? text("operations.title") : row.deploymentName());
  }
}
