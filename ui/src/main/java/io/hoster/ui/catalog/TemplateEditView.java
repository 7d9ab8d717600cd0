package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.hoster.ui.Crumbs;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.CodeArea;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.deployment.DeploymentNavigation;
import io.hoster.ui.deployment.VariablesForm;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.compose.Suggestion;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The editor of a template: the file, what is wrong with it, and what customers will be asked. */
@Route("templates/:slug/edit")
@RouteAlias("templates/new")
@PermitAll
class TemplateEditView extends Main
    implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, Crumbs {

  private final Creators creators;
  private final Actor actor;
  private final FieldProblems problems = new FieldProblems();
  private final Paragraph note = new Paragraph();
  private final H1 title = new H1();
  private final Div badge = new Div();
  private final CodeArea code = new CodeArea(text("editor.code"));
  private final FindingsPanel findings = new FindingsPanel(new Mending());
  private final OutcomePanel outcome = new OutcomePanel();
  private final VariablesTable variables = new VariablesTable(this::asked);
  private final AboutForm about = new AboutForm(problems, this::touched);
  private final Div live = new Div();
  private final Button tryIt = new Button(text("editor.try"), click -> tryIt());
  private final Button publish = new Button(text("editor.publish"), click -> publish());
  private @Nullable VariablesForm form;
  private @Nullable String slug;
  private boolean dirty;

  TemplateEditView(Creators creators, Visitor visitor) {
    this.creators = creators;
    this.actor = visitor.require();
    addClassNames("page", "editor");
    Button save = new Button(text("editor.save"), click -> saveByHand());
    publish.addThemeVariants(ButtonVariant.PRIMARY);
    Div push = new Div(save, tryIt, publish);
    push.addClassName("push");
    Div head = new Div(title, badge, push);
    head.addClassName("title-row");
    note.addClassName("form-problem");
    code.onChange(text -> typed());
    Div left = new Div(new ComposeUpload(this::imported), code);
    left.addClassName("stack");
    Div columns = new Div(left, findings);
    columns.addClassName("columns");
    Div preview =
        new Div(new H2(text("editor.form")), new Paragraph(text("editor.form-why")), live);
    preview.addClassNames("panel", "stack");
    add(head, problems, note, columns, outcome, variables, preview, about);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    slug = event.getRouteParameters().get("slug").orElse(null);
    String known = slug;
    if (known == null) {
      title.setText(text("editor.new"));
      note.setVisible(false);
      about.begin();
      variables.fill(List.of());
      tryIt.setVisible(false);
      publish.setVisible(false);
    } else {
      show(creators.draft(actor, known));
    }
    look();
    dirty = false;
  }

  private void show(Creators.Draft draft) {
    title.setText(draft.template().name());
    badge.removeAll();
    badge.add(StateBadge.of(draft.state()));
    String said = draft.reviewNote();
    boolean waits = draft.state() == State.IN_REVIEW;
    note.setVisible(said != null || waits);
    note.setText(waits ? text("editor.waits") : said == null ? "" : text("editor.rejected", said));
    code.setValue(draft.template().compose());
    variables.fill(draft.template().variables());
    about.fill(draft.template(), draft.version(), draft.changelog());
    tryIt.setVisible(true);
    publish.setVisible(!waits);
  }

  private void imported(String compose) {
    code.setValue(compose);
    typed();
  }

  private void typed() {
    problems.clear();
    touched();
    look();
  }

  private void asked() {
    touched();
    look();
  }

  private void touched() {
    dirty = true;
  }

  /** What the findings lead to. */
  private final class Mending implements FindingsPanel.Desk {

    @Override
    public void goTo(int line) {
      code.goTo(line);
    }

    @Override
    public void apply(Suggestion suggestion) {
      variables.use(suggestion.variables());
      imported(suggestion.applyTo(code.getValue()));
    }

    @Override
    public void mend() {
      Creators.Mended mended = creators.mend(code.getValue(), variables.variables());
      variables.use(mended.variables());
      imported(mended.compose());
    }
  }

  /** What the compiler makes of it as it stands; a variable that the file uses is one to ask. */
  private void look() {
    Creators.Look first = creators.look(code.getValue(), variables.variables());
    variables.use(first.undeclared());
    Creators.Look look =
        first.undeclared().isEmpty()
            ? first
            : creators.look(code.getValue(), variables.variables());
    boolean empty = code.getValue().isBlank();
    if (empty) {
      findings.begin();
    } else {
      findings.show(look);
    }
    code.mark(
        empty
            ? List.of()
            : look.findings().stream()
                .map(finding -> new CodeArea.Mark(finding.line(), finding.message()))
                .toList());
    outcome.show(look.plan(), look.notices());
    outcome.setVisible(!empty);
    showForm();
  }

  private void showForm() {
    SortedMap<String, String> typed = form == null ? new TreeMap<>() : form.values();
    VariablesForm fresh = new VariablesForm(variables.variables(), new FieldProblems());
    fresh.fill(typed);
    form = fresh;
    live.removeAll();
    live.add(fresh);
  }

  private DraftJson draft() {
    return about.draft(
        code.getValue(),
        List.copyOf(variables.variables().stream().map(VariableJson::of).toList()));
  }

  private void saveByHand() {
    if (save()) {
      String known = slug;
      getUI().ifPresent(ui -> ui.navigate(CatalogNavigation.edit(String.valueOf(known))));
    }
  }

  /** Whether it is saved; what is wrong is shown. */
  private boolean save() {
    problems.clear();
    try {
      String known = slug;
      if (known == null) {
        slug = creators.create(actor, draft());
      } else {
        creators.save(actor, known, draft());
      }
      dirty = false;
      return true;
    } catch (Problem problem) {
      problems.show(problem);
      return false;
    }
  }

  /** What is typed is saved first, where there is something to save. */
  private boolean saved() {
    return !dirty || save();
  }

  private void tryIt() {
    VariablesForm asked = form;
    String known = slug;
    if (known == null || asked == null || !saved()) {
      return;
    }
    try {
      var id = creators.tryOut(actor, known, asked.values());
      getUI().ifPresent(ui -> ui.navigate(DeploymentNavigation.page(id)));
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  private void publish() {
    String known = slug;
    if (known == null || !saved()) {
      return;
    }
    if (!creators.look(code.getValue(), variables.variables()).findings().isEmpty()) {
      problems.say(text("editor.not-good"));
      return;
    }
    String version = creators.draft(actor, known).template().version();
    new PublishDialog(
            version,
            whom -> {
              creators.publish(actor, known, whom);
              UI.getCurrent().navigate(CatalogNavigation.versions(known));
            })
        .open();
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (!dirty) {
      return;
    }
    ContinueNavigationAction leave = event.postpone();
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(text("editor.unsaved"));
    dialog.setText(text("editor.unsaved-effect"));
    dialog.setCancelable(true);
    dialog.setCancelText(text("editor.stay"));
    dialog.addCancelListener(stay -> leave.cancel());
    dialog.setConfirmText(text("editor.leave"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(go -> {
      dirty = false;
      leave.proceed();
    });
    dialog.open();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb(CatalogNavigation.templates(), text("templates.title")));
  }

  @Override
  public String getPageTitle() {
    return text("title", title.getText());
  }
}
