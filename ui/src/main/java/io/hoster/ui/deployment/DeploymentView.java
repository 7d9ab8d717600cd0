package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Crumbs;
import io.hoster.ui.PathIds;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.SectionNav;
import io.hoster.ui.component.SectionNav.Section;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One app: its state and main verb above, one section below, live. */
@Route("deployments/:id/:tab?")
@PermitAll
class DeploymentView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private static final List<String> SECTIONS =
      List.of("overview", "timeline", "logs", "metrics", "settings");

  private final Deployments deployments;
  private final LogSource logs;
  private final ChangeFeed changes;
  private final Actor actor;
  private final Div sections = new Div();
  private final Div content = new Div();
  private volatile Set<String> watched = Set.of();
  private DeploymentHeader header;
  private @Nullable SectionPanel section;
  private String name = "";

  DeploymentView(Deployments deployments, LogSource logs, ChangeFeed changes, Visitor visitor) {
    this.deployments = deployments;
    this.logs = logs;
    this.changes = changes;
    this.actor = visitor.require();
    this.header = new DeploymentHeader(deployments, actor, this::refresh);
    addClassNames("page", "deployment");
    add(header, sections, content);
    changes.follow(this, actor.tenant(), (table, id) -> watched.contains(id), this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    DeploymentId id = PathIds.required(event, "id", DeploymentId::new);
    String tab = event.getRouteParameters().get("tab").orElse(SECTIONS.getFirst());
    if (!SECTIONS.contains(tab)) {
      throw Problem.notFound();
    }
    Deployments.Details details = deployments.get(actor, id);
    watch(details);
    name = details.summary().name();
    sections.removeAll();
    sections.add(
        new SectionNav(
            text("deployment.sections", name),
            SECTIONS.stream()
                .map(each ->
                    new Section(
                        DeploymentNavigation.section(id, each),
                        text("section." + each),
                        each.equals(tab)))
                .toList()));
    SectionPanel panel = open(tab, id, event.getLocation().getQueryParameters());
    section = panel;
    content.removeAll();
    content.add(panel);
    header.show(details, tab);
    panel.refresh(details);
  }

  private SectionPanel open(String tab, DeploymentId id, QueryParameters asked) {
    return switch (tab) {
      case "timeline" -> new TimelinePanel(deployments, actor, header);
      case "logs" -> new LogsPanel(logs, actor, id, asked.getSingleParameter("service").orElse(""));
      case "metrics" ->
          new MetricsPanel(
              deployments, actor, id, changes, asked.getSingleParameter("range").orElse(""));
      case "settings" -> new SettingsPanel(deployments, actor, header);
      default -> new OverviewPanel(deployments, actor, header);
    };
  }

  void refresh() {
    Deployments.Details details = header.details();
    SectionPanel panel = section;
    if (details == null || panel == null) {
      return;
    }
    try {
      Deployments.Details now = deployments.get(actor, details.summary().id());
      watch(now);
      header.refresh(now);
      panel.refresh(now);
    } catch (Problem problem) {
      if (problem.status() != 404) {
        throw problem;
      }
      showGone();
    }
  }

  /** Deleted, or its first set-up undone, while the page is open. */
  private void showGone() {
    watched = Set.of();
    Anchor list = new Anchor(DeploymentNavigation.list(), text("error.deployments"));
    list.addClassNames("link-button", "primary");
    removeAll();
    add(
        new com.vaadin.flow.component.html.H1(name),
        new EmptyFace(
            AppIcon.DEPLOYMENTS,
            text("deployment.gone", name),
            text("deployment.gone-next"),
            list));
  }

  private void watch(Deployments.Details details) {
    String id = details.summary().id().value();
    watched = details.operation() == null ? Set.of(id) : Set.of(id, details.operation().id());
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb(DeploymentNavigation.list(), text("deployments.title")));
  }

  @Override
  public String getPageTitle() {
    return text("title", name);
  }
}
