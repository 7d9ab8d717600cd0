package io.hoster.ui.overview;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Visitor;
import io.hoster.ui.catalog.CatalogNavigation;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.deployment.DeploymentNavigation;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is everything all right: what needs the reader first, then numbers, then what was done. */
@Route("overview")
@Menu(title = "nav.overview", order = 0, icon = "vaadin:dashboard")
@PermitAll
class OverviewView extends Main implements HasDynamicTitle {

  private static final Set<String> TABLES = Set.of("deployment", "operation");

  private final Glance glance;
  private final Actor actor;
  private final Anchor deploy =
      new Anchor(CatalogNavigation.marketplace(), text("deployments.deploy"));
  private final Div content = new Div();
  private Glance.@Nullable Seen shown;

  OverviewView(Glance glance, Visitor visitor, ChangeFeed changes) {
    this.glance = glance;
    this.actor = visitor.require();
    addClassName("page");
    deploy.addClassNames("link-button", "primary");
    Div push = new Div(deploy);
    push.addClassName("push");
    Div title = new Div(new H1(text("overview.title")), push);
    title.addClassName("title-row");
    content.addClassName("stack");
    add(title, content);
    refresh();
    changes.follow(this, actor.tenant(), (table, id) -> TABLES.contains(table), this::refresh);
  }

  private void refresh() {
    Glance.Seen seen = glance.look(actor);
    if (seen.equals(shown)) {
      return;
    }
    shown = seen;
    content.removeAll();
    if (!seen.emailVerified()) {
      content.add(unverified());
    }
    String suspended = seen.suspended();
    if (suspended != null) {
      Div banner = new Div(new Paragraph(text("overview.suspended", suspended)));
      banner.addClassNames("panel", "banner");
      content.add(banner);
    }
    seen.troubles().forEach(trouble -> content.add(trouble(trouble)));
    deploy.setVisible(
        suspended == null && !seen.states().isEmpty()); // else the welcome leads there
    if (seen.states().isEmpty()) {
      content.add(welcome());
      content.add(panel(text("overview.use"), uses(seen)));
      return;
    }
    Div columns = new Div(panel(text("overview.recent"), recent(seen)), side(seen));
    columns.addClassName("columns");
    content.add(columns);
  }

  private static Div panel(String title, Component... parts) {
    Div panel = new Div(new H2(title));
    panel.add(parts);
    panel.addClassNames("panel", "stack");
    return panel;
  }

  private Component unverified() {
    Div banner = new Div(new Paragraph(text("account.unverified", actor.email())));
    Anchor go = new Anchor("account", text("overview.verify"));
    go.addClassName("link-button");
    banner.add(go);
    banner.addClassNames("panel", "banner");
    return banner;
  }

  private static Component trouble(Glance.Trouble trouble) {
    Anchor name = new Anchor(DeploymentNavigation.page(trouble.id()), trouble.name());
    name.addClassName("row-link");
    Div words = new TwoLines(name, new Span(trouble.why()));
    Anchor open = new Anchor(DeploymentNavigation.page(trouble.id()), text("overview.solve"));
    open.addClassName("link-button");
    Div banner = new Div(AppIcon.ATTENTION.create(), words, open);
    banner.addClassNames("panel", "banner", "failed-panel");
    return banner;
  }

  private static Component welcome() {
    Anchor browse = new Anchor(CatalogNavigation.marketplace(), text("error.marketplace"));
    browse.addClassNames("link-button", "primary");
    return new EmptyFace(
        AppIcon.DEPLOYMENTS, text("deployments.none"), text("deployments.none-next"), browse);
  }

  private static Component recent(Glance.Seen seen) {
    Div rows = new Div();
    rows.addClassName("rows");
    if (seen.recent().isEmpty()) {
      rows.add(new Paragraph(text("overview.quiet")));
    }
    seen.recent().forEach(work -> rows.add(row(work)));
    return rows;
  }

  private static Component row(Glance.Work work) {
    Anchor name =
        new Anchor(DeploymentNavigation.section(work.id(), "timeline"), work.operation().subject());
    name.addClassName("row-link");
    Div words = TwoLines.of(name, work.operation().headline());
    Div end = new Div(StateBadge.of(work.operation().state()));
    end.add(
        work.end() == null
            ? HosterTime.since(work.operation().startedAt(), "{0}")
            : HosterTime.ago(work.at()));
    end.addClassNames("row-end", "secondary");
    Div row = new Div(words, end);
    row.addClassName("row");
    return row;
  }

  private static Component side(Glance.Seen seen) {
    Div states = new Div();
    states.addClassName("rows");
    seen.states()
        .forEach((state, count) -> {
          Anchor link =
              new Anchor(
                  DeploymentNavigation.list() + "?state=" + state.name().toLowerCase(Locale.ROOT),
                  Integer.toString(count));
          link.getElement().setAttribute("aria-label", count + " " + state.word());
          Div row = new Div(StateBadge.of(state), link);
          row.addClassName("row");
          states.add(row);
        });
    Div side =
        new Div(panel(text("overview.states"), states), panel(text("overview.use"), uses(seen)));
    side.addClassName("stack");
    return side;
  }

  private static Component uses(Glance.Seen seen) {
    Div uses = new Div();
    uses.addClassName("stack");
    for (Glance.Use use : seen.uses()) {
      String words =
          text("plan." + use.kind().name().toLowerCase(Locale.ROOT), use.used(), use.limit());
      double share = use.limit() == 0 ? 1 : Math.min(1, (double) use.used() / use.limit());
      ProgressBar bar = new ProgressBar(0, 1, share);
      bar.getElement().setAttribute("aria-label", words);
      if (share >= 0.9) {
        bar.addClassName(share >= 1 ? "full" : "nearly-full");
      }
      uses.add(new Div(new Span(words), bar));
    }
    return uses;
  }

  @Override
  public String getPageTitle() {
    return text("title", text("overview.title"));
  }
}
