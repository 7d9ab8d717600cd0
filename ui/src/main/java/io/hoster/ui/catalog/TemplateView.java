package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.Crumbs;
import io.hoster.ui.OpenLayout;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.component.Facts;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.component.Units;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.Variable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Is it the right one: what it is, what it runs, what it asks, what it costs. */
@Route(value = "marketplace/:slug", layout = OpenLayout.class)
@AnonymousAllowed
class TemplateView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private final Marketplace marketplace;
  private final Visitor visitor;
  private String name = "";

  TemplateView(Marketplace marketplace, Visitor visitor) {
    this.marketplace = marketplace;
    this.visitor = visitor;
    addClassNames("page", "template");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String slug = event.getRouteParameters().get("slug").orElseThrow();
    show(marketplace.offer(visitor.find(), slug));
  }

  private void show(Marketplace.Offer offer) {
    TemplateDefinition template = offer.definition();
    name = template.name();
    removeAll();
    Span creator = new Span(text("marketplace.by", offer.creator()));
    creator.addClassName("secondary");
    Div words = new Div(new H1(template.name()), new Paragraph(template.summary()), creator);
    Div title = new Div(new TemplateLogo(template.icon()), words);
    title.addClassName("template-title");
    if (offer.own()) {
      title.add(ownLinks(template.slug()));
    }
    Markdown description = new Markdown(Headings.lower(template.description()));
    description.addClassName("reading");
    Div body = new Div(description, services(offer.services()), variables(template.variables()));
    body.add(releases(offer.releases()), compose(template.compose()));
    body.addClassName("template-body");
    Div columns = new Div(body, side(template, offer));
    columns.addClassName("columns");
    add(title, columns);
  }

  private static Component ownLinks(String slug) {
    Anchor edit = new Anchor(CatalogNavigation.edit(slug), text("templates.edit"));
    edit.addClassName("link-button");
    Anchor versions = new Anchor(CatalogNavigation.versions(slug), text("templates.versions"));
    versions.addClassName("link-button");
    Div links = new Div(edit, versions);
    links.addClassName("push");
    return links;
  }

  private Component side(TemplateDefinition template, Marketplace.Offer offer) {
    Facts facts = new Facts();
    facts.fact(
        text("template.price"), TemplateCard.price(template.priceMinor(), template.currency()));
    facts.fact(text("template.version"), template.version());
    facts.fact(
        text("template.kind"), text("kind." + template.kind().name().toLowerCase(Locale.ROOT)));
    facts.fact(text("template.services"), text("marketplace.services", offer.services().size()));
    resources(facts, offer.resources());
    Preview.UsualTime usual = offer.usual();
    if (usual != null) {
      facts.fact(
          text("template.takes"),
          text("template.takes-usually", Math.round(usual.median()), Math.round(usual.slow())));
    }
    facts.fact(text("template.live"), text("marketplace.live", offer.live()));
    Aside side = new Aside(facts);
    if (offer.state() == State.PUBLISHED) {
      side.add(deploy(template));
    } else {
      side.add(
          StateBadge.of(offer.state()),
          new Paragraph(text("template.not-offered." + SearchAddress.word(offer.state()))));
    }
    side.addClassNames("side", "panel");
    side.getElement().setAttribute("aria-label", text("template.facts"));
    return side;
  }

  private static void resources(Facts facts, TemplateDetail.Resources resources) {
    Double cpus = resources.cpus();
    Long memory = resources.memoryBytes();
    if (cpus != null && memory != null) {
      facts.fact(
          text("template.needs"),
          text("template.needs-of", Units.cpus(Math.round(cpus * 1e9)), Units.bytes(memory)));
    }
    if (resources.volumes() > 0) {
      facts.fact(text("template.keeps"), text("template.volumes", resources.volumes()));
    }
  }

  private Component deploy(TemplateDefinition template) {
    String target = "deploy/" + template.slug();
    String label = text("template.deploy", template.name());
    if (visitor.find().isPresent()) {
      Anchor deploy = new Anchor(target, label);
      deploy.addClassNames("link-button", "primary", "main-action");
      return deploy;
    }
    Button deploy = new Button(label, click -> invite(template, target).open());
    deploy.addThemeVariants(ButtonVariant.PRIMARY);
    deploy.addClassName("main-action");
    return deploy;
  }

  private static Dialog invite(TemplateDefinition template, String target) {
    String next = "?next=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    Dialog dialog = new Dialog(text("template.invite", template.name()));
    dialog.add(new Paragraph(text("template.invite-why")));
    Anchor signIn = new Anchor("login" + next, text("sign-in"));
    signIn.addClassName("link-button");
    Anchor signUp = new Anchor("signup" + next, text("sign-up"));
    signUp.addClassNames("link-button", "primary");
    dialog.getFooter().add(signIn, signUp);
    return dialog;
  }

  private static Component services(List<Marketplace.Image> services) {
    Div list = new Div();
    list.addClassName("rows");
    for (Marketplace.Image service : services) {
      Span image = new Span(service.image());
      image.addClassName("code");
      Div row = new Div(new Span(service.service()), image);
      row.addClassName("row");
      list.add(row);
    }
    return new Div(new H2(text("template.services")), list);
  }

  private static Component variables(List<Variable> variables) {
    Div part = new Div();
    if (variables.isEmpty()) {
      return part;
    }
    Div list = new Div();
    list.addClassName("rows");
    for (Variable variable : variables) {
      Span help = new Span(variable.help());
      help.addClassName("secondary");
      Div row = new Div(new Span(variable.label()), help);
      row.addClassName("row");
      list.add(row);
    }
    part.add(new H2(text("template.asks")), list);
    return part;
  }

  private static Component releases(List<Marketplace.Release> releases) {
    Div part = new Div();
    if (releases.isEmpty()) {
      return part;
    }
    Div list = new Div();
    list.addClassName("rows");
    for (Marketplace.Release release : releases) {
      Span version = new Span(release.version());
      version.addClassName("numbers");
      Div words = new Div(version);
      if (release.state() != State.PUBLISHED) {
        words.add(StateBadge.of(release.state()));
      }
      words.add(HosterTime.ago(release.at()));
      words.addClassName("facts");
      Div row = new Div(words);
      if (!release.changelog().isEmpty()) {
        Paragraph changes = new Paragraph(release.changelog());
        changes.addClassNames("wrapped", "row-line");
        row.add(changes);
      }
      row.addClassName("row");
      list.add(row);
    }
    part.add(new H2(text("template.releases")), list);
    return part;
  }

  private static Component compose(String compose) {
    Pre code = new Pre(compose);
    code.addClassName("code-block");
    code.getElement().setAttribute("tabindex", "0");
    code.getElement().setAttribute("aria-label", text("template.compose"));
    CopyButton copy = new CopyButton(text("template.compose"), compose);
    Details details = new Details(text("template.compose"), copy, code);
    details.addClassName("compose");
    return details;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb(CatalogNavigation.marketplace(), text("marketplace.title")));
  }

  @Override
  public String getPageTitle() {
    return text("title", name);
  }
}
