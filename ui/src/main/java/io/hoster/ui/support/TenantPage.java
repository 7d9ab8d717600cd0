package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Crumbs;
import io.hoster.ui.PathIds;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.Facts;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.Texts;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.workflows.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One tenant: its apps, and whether they may run. */
@Route("staff/tenants/:tenant")
@RolesAllowed("STAFF")
class TenantPage extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private static final Set<String> TABLES = Set.of("deployment", "operation");
  private static final int MOST = 200;

  private final TenantsService tenants;
  private final Actor actor;
  private final ChangeFeed changes;
  private final Div title = new Div();
  private final FieldProblems problems = new FieldProblems();
  private final Div state = new Div();
  private final Div apps = new Div();
  private @Nullable TenantId followed;
  private @Nullable StaffTenant shown;

  TenantPage(TenantsService tenants, Visitor visitor, ChangeFeed changes) {
    this.tenants = tenants;
    this.actor = visitor.require();
    this.changes = changes;
    addClassNames("page", "dense");
    getElement().setAttribute("theme", "small");
    title.addClassName("title-row");
    state.addClassName("stack");
    add(title, problems, state, apps);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    TenantId tenant = PathIds.required(event, "tenant", TenantId::new);
    show(tenants.get(actor, tenant));
    if (!tenant.equals(followed)) {
      followed = tenant;
      changes.follow(this, tenant, (table, row) -> TABLES.contains(table), () -> refresh(tenant));
    }
  }

  private void refresh(TenantId tenant) {
    show(tenants.get(actor, tenant));
  }

  private void show(StaffTenant row) {
    shown = row;
    title.removeAll();
    title.add(new H1(row.name()));
    if (row.suspendedAt() != null) {
      title.add(StateBadge.of(State.SUSPENDED));
    }
    if (TenantsService.maySuspend(actor)) {
      Div push = new Div(verb(row));
      push.addClassName("push");
      title.add(push);
    }
    state.removeAll();
    progress(row);
    state.add(facts(row));
    apps.removeAll();
    apps.add(apps(tenants.deployments(actor, new TenantId(row.id()), MOST)));
  }

  private Button verb(StaffTenant row) {
    return row.suspendedAt() == null
        ? new Button(
            text("tenants.suspend"),
            click -> SuspendDialog.ask(row, reason -> suspend(new TenantId(row.id()), reason)))
        : new Button(text("tenants.resume"), click -> resume(new TenantId(row.id())));
  }

  private void suspend(TenantId tenant, String reason) {
    show(tenants.suspend(actor, tenant, reason));
  }

  private void resume(TenantId tenant) {
    problems.clear();
    try {
      show(tenants.resume(actor, tenant));
    } catch (Problem problem) {
      problems.show(problem);
      refresh(tenant);
    }
  }

  /** How many are where they should be, while some are not. */
  private void progress(StaffTenant row) {
    boolean suspending = row.suspendedAt() != null;
    int there = suspending ? row.suspended() : row.deployments() - row.suspended();
    if (there < row.deployments()) {
      String words =
          text(suspending ? "tenants.suspending" : "tenants.resuming", there, row.deployments());
      ProgressBar bar = new ProgressBar(0, row.deployments(), there);
      bar.getElement().setAttribute("aria-label", words);
      Paragraph said = new Paragraph(words);
      said.getElement().setAttribute("role", "status");
      state.add(said, bar);
    }
  }

  private Component facts(StaffTenant row) {
    Facts list = new Facts();
    list.fact(text("tenants.owner"), new Span(Texts.or(row.owner(), text("tenants.no-owner"))));
    list.fact(text("tenants.plan"), new Span(row.plan()));
    list.fact(
        text("tenants.deployments"),
        new Span(text("tenants.apps", row.running(), row.deployments())));
    list.fact(text("tenants.since"), HosterTime.ago(row.createdAt()));
    Instant suspended = row.suspendedAt();
    if (suspended != null) {
      list.fact(text("tenants.suspended"), HosterTime.ago(suspended));
      list.fact(text("decide.reason"), new Span(Texts.or(row.suspendedReason(), text("unknown"))));
    }
    list.fact(text("tenants.id"), StaffCells.code(row.id()));
    if (actor.isStaff(StaffRole.OPERATOR)) {
      list.fact(
          text("operations.run"), StaffCells.run(row.workflowLink(), text("tenants.last-run")));
    }
    Div panel = new Div(list);
    panel.addClassName("panel");
    return panel;
  }

  private static Component apps(List<StaffDeployment> deployments) {
    Div rows = new Div();
    rows.addClassName("rows");
    for (StaffDeployment deployment : deployments) {
      Span name = new Span(deployment.name());
      name.addClassName("row-name");
      Div row =
          new Div(
              TwoLines.of(name, deployment.host()), StateBadge.of(State.of(deployment.status())));
      row.addClassName("row");
      rows.add(row);
    }
    Div panel = new Div(new H2(text("tenants.deployments")));
    panel.addClassNames("panel", "stack");
    panel.add(deployments.isEmpty() ? new Span(text("tenants.no-apps")) : rows);
    return panel;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("staff/tenants", text("tenants.title")));
  }

  @Override
  public String getPageTitle() {
    StaffTenant row = shown;
    return text("title", row == null ? text("tenants.title") : row.name());
  }
}
