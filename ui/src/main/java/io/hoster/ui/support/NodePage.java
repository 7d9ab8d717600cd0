package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
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
import io.hoster.ui.component.Texts;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.node.NodeId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node: is it well, what is promised, what is used, and the containers on it. */
@Route("staff/nodes/:node")
@RolesAllowed("OPERATOR")
class NodePage extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private static final Duration LOOK = Duration.ofSeconds(30);

  private final NodesService nodes;
  private final Actor actor;
  private final H1 title = new H1();
  private final Div facts = new Div();
  private final Grid<StaffContainer> containers = new Grid<>();
  private @Nullable NodeId shown;

  NodePage(NodesService nodes, Visitor visitor, ChangeFeed changes) {
    this.nodes = nodes;
    this.actor = visitor.require();
    addClassNames("page", "dense");
    getElement().setAttribute("theme", "small");
    facts.addClassName("panel");
    containers.addThemeVariants(GridVariant.NO_BORDER);
    containers.setSelectionMode(Grid.SelectionMode.NONE);
    containers.setAllRowsVisible(true);
    containers.getElement().setAttribute("aria-label", text("nodes.containers"));
    containers.addComponentColumn(NodePage::app).setHeader(text("staff.app")).setFlexGrow(2);
    containers
        .addComponentColumn(container -> StaffCells.code(container.name()))
        .setHeader(text("nodes.container"))
        .setFlexGrow(4);
    containers.addColumn(StaffContainer::state).setHeader(text("operations.state"));
    containers.addColumn(StaffContainer::health).setHeader(text("nodes.health"));
    containers.addColumn(StaffContainer::restarts).setHeader(text("nodes.restarts"));
    add(title, facts, new H2(text("nodes.containers")), containers);
    changes.followAll(
        this, (table, id) -> table.equals("node") || table.equals("deployment"), this::refresh);
    changes.every(this, LOOK, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(nodes.get(actor, PathIds.required(event, "node", NodeId::new)));
  }

  private void refresh() {
    NodeId node = shown;
    if (node != null) {
      show(nodes.get(actor, node));
    }
  }

  private void show(StaffNode node) {
    shown = new NodeId(node.id());
    title.setText(node.name());
    facts.removeAll();
    facts.add(facts(node));
    containers.setItems(node.containers());
  }

  private static Component facts(StaffNode node) {
    Facts list = new Facts();
    list.fact(text("operations.state"), new Span(NodeFigures.state(node)));
    list.fact(text("nodes.cpu"), new Span(NodeFigures.cpus(node)));
    list.fact(text("nodes.memory"), new Span(NodeFigures.memory(node)));
    list.fact(text("nodes.disk"), new Span(NodeFigures.disk(node)));
    list.fact(
        text("nodes.ports"),
        new Span(
            text("nodes.ports-of", node.portsLeased(), node.portsFree(), node.portsForeign())));
    list.fact(text("nodes.docker"), new Span(Texts.or(node.dockerVersion(), text("unknown"))));
    Instant seen = node.lastSeenAt();
    list.fact(text("nodes.seen"), seen == null ? new Span(text("unknown")) : HosterTime.ago(seen));
    list.fact(
        text("operations.run"), StaffCells.run(node.workflowLink(), text("operations.open-run")));
    return list;
  }

  private static Component app(StaffContainer container) {
    return new TwoLines(
        new Span(container.deploymentName()),
        StaffCells.tenant(container.tenant(), container.tenantName()));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("staff/nodes", text("nodes.title")));
  }

  @Override
  public String getPageTitle() {
    return text("title", title.getText());
  }
}
