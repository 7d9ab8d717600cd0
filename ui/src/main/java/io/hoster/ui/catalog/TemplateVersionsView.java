package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Crumbs;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.campaign.CampaignNavigation;
import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.LossDialog;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The versions of one's own template: who uses each, and what may be done with it. */
@Route("templates/:slug/versions")
@PermitAll
class TemplateVersionsView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private final Creators creators;
  private final Actor actor;
  private final FieldProblems problems = new FieldProblems();
  private final Div body = new Div();
  private String slug = "";
  private String name = "";

  TemplateVersionsView(Creators creators, Visitor visitor) {
    this.creators = creators;
    this.actor = visitor.require();
    addClassName("page");
    body.addClassName("stack");
    add(body);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    slug = event.getRouteParameters().get("slug").orElseThrow();
    show();
  }

  private void show() {
    Creators.Versions all = creators.versions(actor, slug);
    name = all.name();
    body.removeAll();
    Span live = new Span(text("marketplace.live", all.live()));
    live.addClassName("secondary");
    Div title = new Div(new TemplateLogo(all.icon()), new H1(name), live, verbs());
    title.addClassName("title-row");
    Div rows = new Div();
    rows.addClassNames("rows", "panel");
    List<Creators.Version> versions = all.versions();
    for (int i = 0; i < versions.size(); i++) {
      String before = i + 1 < versions.size() ? versions.get(i + 1).version() : "";
      rows.add(row(versions.get(i), before));
    }
    body.add(title, problems, new H2(text("templates.versions")), rows);
  }

  private Component verbs() {
    Anchor edit = new Anchor(CatalogNavigation.edit(slug), text("templates.edit"));
    edit.addClassName("link-button");
    Anchor page = new Anchor(CatalogNavigation.template(slug), text("versions.page"));
    page.addClassName("link-button");
    Anchor campaigns = new Anchor(CampaignNavigation.of(slug), text("versions.campaigns"));
    campaigns.addClassName("link-button");
    Button delete = new Button(text("versions.delete"), click -> question().open());
    Div push = new Div(page, edit, campaigns, delete);
    push.addClassName("push");
    return push;
  }

  private LossDialog question() {
    return new LossDialog(
        text("versions.delete-one", name),
        text("versions.delete-effect"),
        "",
        name,
        text("versions.delete-one", name),
        () -> {
          problems.clear();
          try {
            creators.delete(actor, slug);
            getUI().ifPresent(ui -> ui.navigate(CatalogNavigation.templates()));
          } catch (Problem problem) {
            problems.show(problem);
          }
        });
  }

  private Component row(Creators.Version version, String before) {
    Span number = new Span(version.version());
    number.addClassNames("row-name", "numbers");
    Div words = new Div(number, StateBadge.of(version.state()));
    if (version.state() == State.PUBLISHED) {
      words.add(new Span(text("versions.for." + SearchAddress.word(version.visibility()))));
    }
    words.add(
        HosterTime.ago(version.at()), new Span(text("marketplace.live", version.deployments())));
    words.addClassName("facts");
    Div row = new Div(words, buttons(version, before));
    if (!version.changelog().isEmpty()) {
      row.add(line(version.changelog()));
    }
    String said = version.reviewNote();
    if (said != null) {
      Paragraph note = line(text("editor.rejected", said));
      note.addClassName("problem-text");
      row.add(note);
    }
    row.addClassName("row");
    return row;
  }

  private static Paragraph line(String words) {
    Paragraph line = new Paragraph(words);
    line.addClassNames("wrapped", "row-line");
    return line;
  }

  private Component buttons(Creators.Version version, String before) {
    Div end = new Div();
    end.addClassName("row-end");
    if (!before.isEmpty()) {
      end.add(small(new Button(text("versions.diff"), click -> diff(version.version(), before))));
    }
    boolean onlyOwn =
        version.state() == State.PUBLISHED && version.visibility() == Visibility.PRIVATE;
    if (version.state() == State.DRAFT || onlyOwn) {
      Button publish =
          new Button(text("publish.go", version.version()), click -> publish(version.version()));
      publish.addThemeVariants(ButtonVariant.PRIMARY);
      end.add(small(publish));
    }
    if (version.state() == State.PUBLISHED) {
      end.add(small(verb("versions.deprecate", version, creators::deprecate)));
    }
    if (version.state() == State.IN_REVIEW) {
      end.add(small(verb("versions.recall", version, creators::withdraw)));
    }
    if (version.state() == State.PUBLISHED || version.state() == State.DEPRECATED) {
      end.add(small(verb("versions.withdraw", version, creators::withdraw)));
    }
    return end;
  }

  private static Button small(Button button) {
    button.addThemeVariants(ButtonVariant.SMALL);
    return button;
  }

  /** What is done with a version. */
  private interface Verb {
    void act(Actor actor, String slug, String version);
  }

  private Button verb(String key, Creators.Version version, Verb verb) {
    Button button = new Button(text(key));
    button.setAriaLabel(text("versions.of", text(key), version.version()));
    button.addClickListener(click -> {
      ConfirmDialog dialog = new ConfirmDialog();
      dialog.setHeader(text("versions.of", text(key), version.version()));
      dialog.setText(text(key + "-effect"));
      dialog.setCancelable(true);
      dialog.setCancelText(text("cancel"));
      dialog.setConfirmText(text("versions.of", text(key), version.version()));
      dialog.addConfirmListener(confirm -> act(verb, version.version()));
      dialog.open();
    });
    return button;
  }

  private void act(Verb verb, String version) {
    problems.clear();
    try {
      verb.act(actor, slug, version);
    } catch (Problem problem) {
      problems.show(problem);
    }
    show();
  }

  private void publish(String version) {
    new PublishDialog(
            version,
            whom -> {
              creators.publish(actor, slug, whom);
              show();
            })
        .open();
  }

  private void diff(String version, String before) {
    new DiffDialog(
            text("versions.diff-of", before, version),
            creators.compose(actor, slug, before),
            creators.compose(actor, slug, version))
        .open();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb(CatalogNavigation.templates(), text("templates.title")));
  }

  @Override
  public String getPageTitle() {
    return text("title", name);
  }
}
