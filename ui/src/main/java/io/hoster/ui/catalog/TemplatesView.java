package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One's own templates: state, version, price and how many run. */
@Route("templates")
@Menu(title = "nav.templates", order = 3, icon = "vaadin:puzzle-piece")
@PermitAll
class TemplatesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private final Creators creators;
  private final Actor actor;
  private final Div list = new Div();

  TemplatesView(Creators creators, Visitor visitor) {
    this.creators = creators;
    this.actor = visitor.require();
    addClassName("page");
    Div push = new Div(create());
    push.addClassName("push");
    Div title = new Div(new H1(text("templates.title")), push);
    title.addClassName("title-row");
    add(title, list);
  }

  private static Anchor create() {
    Anchor create = new Anchor(CatalogNavigation.newTemplate(), text("templates.new"));
    create.addClassNames("link-button", "primary");
    return create;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<Creators.Mine> mine = creators.mine(actor);
    list.removeAll();
    if (mine.isEmpty()) {
      list.add(
          new EmptyFace(AppIcon.TEMPLATES, text("templates.none"), text("templates.none-next")));
      return;
    }
    Div rows = new Div();
    rows.addClassNames("rows", "panel");
    mine.forEach(template -> rows.add(row(template)));
    list.add(rows);
  }

  private static Component row(Creators.Mine template) {
    Anchor name = new Anchor(CatalogNavigation.edit(template.slug()), template.name());
    name.addClassName("row-link");
    Span facts =
        new Span(
            text(
                "templates.facts",
                template.version(),
                TemplateCard.price(template.priceMinor(), template.currency()),
                template.live()));
    facts.addClassName("secondary");
    Div words = new Div(new TemplateLogo(template.icon()), new TwoLines(name, facts));
    words.addClassName("name-cell");
    Anchor versions =
        new Anchor(CatalogNavigation.versions(template.slug()), text("templates.versions"));
    versions.addClassName("link-button");
    Div end = new Div(StateBadge.of(template.state()), versions);
    end.addClassName("row-end");
    Div row = new Div(words, end);
    row.addClassName("row");
    return row;
  }

  @Override
  public String getPageTitle() {
    return text("title", text("templates.title"));
  }
}
