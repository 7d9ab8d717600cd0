package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Crumbs;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.catalog.CatalogNavigation;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.KeptForm;
import io.hoster.ui.component.TemplateLogo;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Make it exactly as wanted: the template's questions, and what will come of the answers. */
@Route("deploy/:slug")
@PermitAll
class DeployView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumbs {

  private static final String NAME = "name";

  private final DeployDesk desk;
  private final Actor actor;
  private final FieldProblems problems = new FieldProblems();
  private final TextField name = new TextField(text("deploy.name"));
  private final Button deploy = new Button();
  private final Paragraph full = new Paragraph();
  private final Button instead = new Button();
  private String suggested = "";
  private final PreviewPanel preview;
  private CommandId command;
  private DeployDesk.@Nullable Offer offer;
  private @Nullable VariablesForm variables;
  private @Nullable KeptForm kept;

  DeployView(DeployDesk desk, Visitor visitor) {
    this.desk = desk;
    this.actor = visitor.require();
    this.command = desk.newCommand();
    addClassName("page");
    deploy.addThemeVariants(ButtonVariant.PRIMARY);
    deploy.addClassName("main-action");
    deploy.setDisableOnClick(true);
    deploy.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    deploy.addClickListener(click -> deploy());
    full.addClassName("form-problem");
    instead.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    instead.addClassName("start");
    instead.setVisible(false);
    instead.addClickListener(click -> take(suggested));
    preview = new PreviewPanel(full, deploy);
    name.setWidthFull();
    name.setMaxLength(40);
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.setValueChangeTimeout(400);
    name.getElement().setAttribute("name", NAME);
    problems.at("/name", name);
    name.addValueChangeListener(change -> nameChanged(change.isFromClient()));
    name.addBlurListener(blur -> checkName());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(desk.offer(actor, event.getRouteParameters().get("slug").orElseThrow()));
  }

  private void show(DeployDesk.Offer made) {
    offer = made;
    TemplateDefinition template = made.template();
    VariablesForm form = new VariablesForm(template.variables(), problems);
    variables = form;
    form.onChange(this::showPreview);
    Div title = new Div(new TemplateLogo(template.icon()), new H1(title(template)));
    title.addClassName("title-row");
    KeptForm fields =
        new KeptForm("deploy:" + template.slug(), this::restore, problems, name, instead, form);
    fields.addClassNames("stack", "form");
    kept = fields;
    Div columns = new Div(fields, preview);
    columns.addClassName("columns");
    removeAll();
    add(title, columns);
    name.setValue(made.name());
    full.setVisible(made.room().full() != null);
    full.setText(made.room().full());
    showPreview();
    checkName();
  }

  private static String title(TemplateDefinition template) {
    return text("deploy.title", template.name(), template.version());
  }

  /** What was typed before a reload, a sign-in or a restart; secrets are not among it. */
  private void restore(SortedMap<String, String> values) {
    VariablesForm form = variables;
    if (form == null) {
      return;
    }
    String typed = values.remove(NAME);
    form.fill(values);
    if (typed != null) {
      name.setValue(typed);
    }
    showPreview();
    checkName();
  }

  private void nameChanged(boolean byHand) {
    deploy.setText(text("deploy.button", name.getValue()));
    if (byHand) {
      checkName();
    }
  }

  private void take(String other) {
    name.setValue(other);
    checkName();
    VariablesForm form = variables;
    KeptForm fields = kept;
    if (form != null && fields != null) {
      SortedMap<String, String> values = form.open();
      values.put(NAME, other);
      fields.keep(values);
    }
  }

  private void checkName() {
    DeployDesk.NameCheck check = desk.check(actor, name.getValue());
    name.setInvalid(check.problem() != null);
    name.setErrorMessage(check.problem());
    String other = check.instead();
    instead.setVisible(other != null);
    instead.setText(other == null ? "" : text("deploy.instead", other));
    suggested = other == null ? "" : other;
    name.setHelperText(check.problem() == null ? text("deploy.host-free", check.host()) : "");
  }

  private void showPreview() {
    DeployDesk.Offer made = offer;
    VariablesForm form = variables;
    if (made != null && form != null) {
      DeployDesk.Preview told = desk.preview(made.template(), form.values());
      form.mark(told.problems());
      List<String> containers = told.containers().isEmpty() ? made.services() : told.containers();
      preview.show(made.template(), made.room(), containers, told.volumes());
    }
  }

  private void deploy() {
    DeployDesk.Offer made = offer;
    VariablesForm form = variables;
    KeptForm fields = kept;
    if (made == null || form == null || fields == null) {
      return;
    }
    problems.clear();
    try {
      DeploymentId id =
          desk.deploy(actor, command, made.template().slug(), name.getValue(), form.values());
      getUI().ifPresent(fields::forget);
      getUI().ifPresent(ui -> ui.navigate(DeploymentNavigation.page(id)));
    } catch (Problem problem) {
      command = desk.newCommand(); // another try is another command: its values may differ
      deploy.setEnabled(true);
      problems.show(problem);
    }
  }

  @Override
  public List<Crumb> crumbs() {
    DeployDesk.Offer made = offer;
    Crumb marketplace = new Crumb(CatalogNavigation.marketplace(), text("marketplace.title"));
    return made == null
        ? List.of(marketplace)
        : List.of(
            marketplace,
            new Crumb(CatalogNavigation.template(made.template().slug()), made.template().name()));
  }

  @Override
  public String getPageTitle() {
    DeployDesk.Offer made = offer;
    return text("title", made == null ? "" : title(made.template()));
  }
}
