package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.ListPage;
import io.hoster.ui.component.Texts;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All nodes: what is promised on each, what is used. */
@Route("staff/nodes")
@Menu(title = "nav.nodes", order = 23, icon = "vaadin:server")
@RolesAllowed("OPERATOR")
class NodesView extends ListPage<StaffNode> implements BeforeEnterObserver {

  private static final Duration LOOK = Duration.ofSeconds(30);

  private final NodesService nodes;
  private final Actor actor;

  NodesView(NodesService nodes, Visitor visitor, ChangeFeed changes) {
    super(text("nodes.title"), "staff/nodes");
    this.nodes = nodes;
    this.actor = visitor.require();
    grid.addComponentColumn(NodesView::name).setHeader(text("nodes.node")).setFlexGrow(2);
    grid.addColumn(NodeFigures::cpus).setHeader(text("nodes.cpu")).setFlexGrow(2);
    grid.addColumn(NodeFigures::memory).setHeader(text("nodes.memory")).setFlexGrow(2);
    grid.addColumn(StaffNode::deployments)
        .setHeader(text("tenants.deployments"))
        .setFlexGrow(0)
        .setWidth("6rem");
    grid.addComponentColumn(NodesView::seen)
        .setHeader(text("nodes.seen"))
        .setFlexGrow(0)
        .setWidth("8rem");
    changes.followAll(this, (table, id) -> table.equals("node"), this::refresh);
    changes.every(this, LOOK, this::refresh);
  }

  private static Component name(StaffNode node) {
    Anchor name = new Anchor("staff/nodes/" + node.id(), node.name());
    name.addClassName("row-link");
    return TwoLines.of(name, NodeFigures.state(node));
  }

  private static Component seen(StaffNode node) {
    Instant at = node.lastSeenAt();
    return at == null ? new Span(Texts.text("unknown")) : HosterTime.ago(at);
  }

  @Override
  protected KeysetRows.Stretch<StaffNode> read(@Nullable String after) {
    return new KeysetRows.Stretch<>(nodes.all(actor), null);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
  }

  @Override
  protected Component emptyFace() {
    return new EmptyFace(AppIcon.NODE, text("nodes.none"), "");
  }
}
