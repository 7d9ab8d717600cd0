package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Crumbs;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** A template that waits for the staff, as customers would meet it, and the decision. */
@Route("staff/templates/:slug")
@RolesAllowed({"SUPPORT", "OPERATOR"})
class ReviewPage extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private static final int LONGEST_REASON = 500;

  private final ReviewService reviews;
  private final Actor actor;
  private String name = "";

  ReviewPage(ReviewService reviews, Visitor visitor) {
    this.reviews = reviews;
    this.actor = visitor.require();
    addClassName("page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(reviews.get(actor, event.getRouteParameters().get("slug").orElseThrow()));
  }

  private void show(TemplateDetail template) {
    String seen = reviews.checksum(actor, template.slug());
    name = template.name();
    removeAll();
    Span version = new Span(template.version());
    version.addClassNames("secondary", "numbers");
    Span creator = new Span(text("marketplace.by", template.creator()));
    creator.addClassName("secondary");
    Span price = new Span(TemplateCard.price(template.priceMinor(), template.currency()));
    Div title = new Div(new TemplateLogo(template.icon()), new H1(name), version, creator, price);
    title.addClassName("title-row");
    Markdown description = new Markdown(Headings.lower(template.description()));
    description.addClassName("reading");
    Pre compose = new Pre(template.compose());
    compose.addClassName("code-block");
    compose.getElement().setAttribute("tabindex", "0");
    compose.getElement().setAttribute("role", "group");
    compose.getElement().setAttribute("aria-label", text("template.compose"));
    Paragraph changes = new Paragraph(template.changelog());
    changes.addClassName("wrapped");
    add(title, new Paragraph(template.summary()), decision(template.slug(), seen));
    add(description, changes, new H2(text("template.compose")), compose);
  }

  private Div decision(String slug, String seen) {
    FieldProblems problems = new FieldProblems();
    TextArea reason = new TextArea(text("reviews.reason"));
    reason.setHelperText(text("reviews.reason-help"));
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    problems.at("/reason", reason);
    Button approve =
        new Button(
            text("reviews.approve"),
            click -> decide(problems, () -> reviews.approve(actor, slug, seen)));
    approve.addThemeVariants(ButtonVariant.PRIMARY);
    Button reject =
        new Button(
            text("reviews.reject"),
            click -> decide(problems, () -> reviews.reject(actor, slug, reason.getValue())));
    reject.addThemeVariants(ButtonVariant.ERROR);
    Div verbs = new Div(approve, reject);
    verbs.addClassName("toolbar");
    Div panel = new Div(problems, reason, verbs);
    panel.addClassNames("panel", "stack");
    return panel;
  }

  private static void decide(FieldProblems problems, Runnable decision) {
    problems.clear();
    try {
      decision.run();
      UI.getCurrent().navigate(CatalogNavigation.reviews());
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb(CatalogNavigation.reviews(), text("reviews.title")));
  }

  @Override
  public String getPageTitle() {
    return text("title", name);
  }
}
