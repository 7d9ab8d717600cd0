package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.catalog.CatalogNavigation;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.Facts;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.OperationTimeline;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.component.Units;
import io.hoster.ui.security.Actor;
import org.jspecify.annotations.Nullable;

/** What it is at: work or failure first, then address, credentials, services and limits. */
final class OverviewPanel extends SectionPanel {

  private final DeploymentHeader verbs;
  private final Div trouble = new Div();
  private final Paragraph reason = new Paragraph();
  private final Div work = new Div();
  private final Div waiting =
      new Div(new EmptyFace(AppIcon.ACTIVITY, text("timeline.none"), text("timeline.none-next")));
  private final OperationTimeline timeline = new OperationTimeline();
  private final Div facts = new Div();
  private final CredentialsPanel credentials;
  private final Div services = new Div();
  private OperationView.@Nullable Failure shown;

  OverviewPanel(Deployments deployments, Actor actor, DeploymentHeader verbs) {
    this.verbs = verbs;
    this.credentials = new CredentialsPanel(deployments, actor);
    work.add(timeline);
    work.addClassName("panel");
    Div left = new Div(services, credentials);
    left.addClassName("stack");
    Div columns = new Div(left, facts);
    columns.addClassName("columns");
    waiting.addClassName("panel");
    reason.addClassNames("panel", "reason");
    add(trouble, reason, work, waiting, columns);
  }

  @Override
  void refresh(Deployments.Details details) {
    OperationView operation = details.operation();
    boolean working = operation != null && !operation.isOver();
    waiting.setVisible(operation == null && details.summary().state().isWorking());
    work.setVisible(working);
    if (operation != null && working) {
      timeline.show(operation);
    }
    showTrouble(details, operation);
    String why = details.reason();
    reason.setVisible(why != null && !trouble.getChildren().findAny().isPresent());
    reason.setText(why == null ? "" : why);
    facts.removeAll();
    facts.add(facts(details));
    services.removeAll();
    if (!details.services().isEmpty()) {
      services.add(services(details));
    }
    credentials.refresh(details);
  }

  private void showTrouble(Deployments.Details details, @Nullable OperationView operation) {
    OperationView.Failure failure = operation == null ? null : operation.failure();
    if (failure != null && operation != null && !operation.isOver()) {
      if (!failure.equals(shown)) {
        trouble.removeAll();
        trouble.add(new FailedPanel(details, operation, failure, verbs));
      }
    } else {
      trouble.removeAll();
    }
    shown = failure;
  }

  private static Component facts(Deployments.Details details) {
    Deployments.Summary app = details.summary();
    Facts list = new Facts();
    String url = app.url();
    list.fact(
        text("overview.address"),
        url == null ? new Span(text("overview.no-address")) : link(app, url));
    String direct = details.direct();
    if (direct != null) {
      Span address = new Span(direct);
      address.addClassName("code");
      list.fact(
          text("overview.direct"),
          new Div(address, new CopyButton(text("overview.direct"), direct)));
    }
    list.fact(
        text("overview.template"),
        new Anchor(
            CatalogNavigation.template(details.slug()), app.template() + " " + app.version()));
    String update = app.update();
    if (update != null) {
      list.fact(
          text("overview.update"),
          new Anchor(
              DeploymentNavigation.section(app.id(), "settings"),
              text("overview.update-to", update)));
    }
    String node = app.node();
    list.fact(text("overview.node"), new Span(node == null ? text("unknown") : node));
    Deployments.Limits limits = details.limits();
    list.fact(
        text("overview.limits"),
        new Span(
            text(
                "overview.limits-of",
                Units.cpus(limits.nanoCpus()),
                Units.bytes(limits.memoryBytes()),
                limits.plan())));
    list.fact(text("overview.created"), HosterTime.ago(details.createdAt()));
    Div panel = panel(text("overview.glance"), list);
    panel.addClassName("side");
    return panel;
  }

  private static Component link(Deployments.Summary app, String url) {
    String shown = url.replaceFirst("^https?://", "");
    if (app.state() != State.RUNNING) {
      return new Span(text("overview.not-yet", shown));
    }
    Anchor link = new Anchor(url, shown);
    link.setTarget(AnchorTarget.BLANK);
    return link;
  }

  private static Component services(Deployments.Details details) {
    Div rows = new Div();
    rows.addClassName("rows");
    details.services().forEach(service -> rows.add(row(service)));
    return panel(text("overview.services"), rows);
  }

  private static Component row(Deployments.Service service) {
    Span name = new Span(service.name());
    name.addClassName("row-name");
    Span image = new Span(service.image());
    image.addClassNames("code", "secondary");
    Div words = new TwoLines(name, image);
    State state = service.state() == State.RUNNING ? known(service) : service.state();
    Div right = new Div(StateBadge.of(state));
    right.addClassName("row-end");
    if (service.restarts() > 0) {
      Span restarts = new Span(text("overview.restarts", service.restarts()));
      restarts.addClassName("secondary");
      right.addComponentAsFirst(restarts);
    }
    Div row = new Div(words, right);
    row.addClassName("row");
    String message = service.message();
    if (message != null && !message.isBlank() && state != State.HEALTHY && state != State.RUNNING) {
      Paragraph line = new Paragraph(message);
      line.addClassNames("secondary", "row-line");
      row.add(line);
    }
    return row;
  }

  /** Running says less than its health, where that is known. */
  private static State known(Deployments.Service service) {
    return service.health() == State.UNKNOWN ? State.RUNNING : service.health();
  }
}
