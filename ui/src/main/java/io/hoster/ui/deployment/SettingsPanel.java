package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.KeptForm;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.operation.CommandKind;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Change what it was asked to be, or delete it. */
final class SettingsPanel extends SectionPanel {

  private final Deployments deployments;
  private final Actor actor;
  private final DeploymentHeader verbs;
  private final VersionPanel version;
  private final Div values = new Div();
  private final Div end = new Div();
  private @Nullable Set<CommandKind> shown;
  private @Nullable KeptForm kept;

  SettingsPanel(Deployments deployments, Actor actor, DeploymentHeader verbs) {
    this.deployments = deployments;
    this.actor = actor;
    this.verbs = verbs;
    version = new VersionPanel(deployments, actor);
    add(panel(text("version.title"), version), values, end);
    addClassName("narrow");
  }

  /** Who goes on to another page gives up what they typed; a page that is lost does not. */
  @Override
  protected void onDetach(DetachEvent event) {
    KeptForm fields = kept;
    if (fields != null) {
      fields.forget(event.getUI());
    }
  }

  /** Fields are drawn anew only when other verbs become legal: nobody loses what they type. */
  @Override
  void refresh(Deployments.Details details) {
    version.show(details);
    if (!details.legal().equals(shown)) {
      shown = details.legal();
      values.removeAll();
      values.add(values(details));
      end.removeAll();
      end.add(panel(text("settings.delete"), delete(details)));
    }
  }

  private Component values(Deployments.Details details) {
    Deployments.Values asked = deployments.values(actor, details.summary().id());
    List<Variable> variables =
        asked.variables().stream().filter(variable -> !variable.countsOnce()).toList();
    if (variables.isEmpty()) {
      return panel(text("settings.values"), new Paragraph(text("settings.no-values")));
    }
    FieldProblems problems = new FieldProblems();
    VariablesForm form = new VariablesForm(variables, asked.secrets(), problems);
    form.fill(asked.values());
    if (!details.legal().contains(CommandKind.REDEPLOY)) {
      return panel(text("settings.values"), new Paragraph(text("settings.not-now")));
    }
    KeptForm fields =
        new KeptForm("settings:" + details.summary().id(), form::fill, problems, form);
    fields.addClassName("stack");
    kept = fields;
    Button apply = new Button(text("settings.apply"));
    apply.addThemeVariants(ButtonVariant.PRIMARY);
    apply.setDisableOnClick(true);
    apply.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    apply.addClickListener(click -> {
      problems.clear();
      try {
        apply(details, changed(form.values(), changeable(asked.values(), variables)));
      } catch (Problem problem) {
        problems.show(problem);
        apply.setEnabled(true);
      }
    });
    return panel(
        text("settings.values"), new Paragraph(text("settings.effect")), fields, new Div(apply));
  }

  /** What the form does not show stays as it is. */
  private static SortedMap<String, String> changeable(
      SortedMap<String, String> values, List<Variable> variables) {
    SortedMap<String, String> kept = new TreeMap<>(values);
    kept.keySet().retainAll(variables.stream().map(Variable::name).toList());
    return kept;
  }

  /** What is new; a value that was emptied goes as an empty text. */
  static SortedMap<String, String> changed(
      SortedMap<String, String> now, SortedMap<String, String> before) {
    SortedMap<String, String> changed = new TreeMap<>();
    now.forEach((name, value) -> {
      if (!value.equals(before.get(name))) {
        changed.put(name, value);
      }
    });
    before.forEach((name, value) -> {
      if (!now.containsKey(name) && !value.isEmpty()) {
        changed.put(name, "");
      }
    });
    return changed;
  }

  private void apply(Deployments.Details details, SortedMap<String, String> changed) {
    deployments.redeploy(actor, details.summary().id(), deployments.newCommand(), changed);
    getUI()
        .ifPresent(
            ui -> ui.navigate(DeploymentNavigation.section(details.summary().id(), "timeline")));
  }

  private Component delete(Deployments.Details details) {
    Div part = new Div();
    part.addClassName("stack");
    if (details.legal().contains(CommandKind.DELETE)) {
      Button delete = new Button(text("delete.open", details.summary().name()));
      delete.addThemeVariants(ButtonVariant.ERROR);
      delete.addClickListener(click -> verbs.ask(CommandKind.DELETE));
      part.add(new Paragraph(text("settings.delete-what")), new Div(delete));
    } else if (details.legal().contains(CommandKind.STOP)) {
      Button stop = new Button(text("verb.stop"), click -> verbs.ask(CommandKind.STOP));
      part.add(new Paragraph(text("settings.stop-first")), new Div(stop));
    } else {
      part.add(new Paragraph(text("settings.delete-later")));
    }
    return part;
  }
}
