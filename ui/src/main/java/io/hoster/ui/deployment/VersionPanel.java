package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandKind;

/** Which version runs, and the ways to a newer one and back. */
final class VersionPanel extends Div {

  private final Deployments deployments;
  private final Actor actor;
  private final FieldProblems problems = new FieldProblems();

  VersionPanel(Deployments deployments, Actor actor) {
    this.deployments = deployments;
    this.actor = actor;
    addClassName("stack");
  }

  /** Draws what {@code details} allow. */
  void show(Deployments.Details details) {
    removeAll();
    Deployments.Summary app = details.summary();
    String update = app.update();
    add(
        new Paragraph(
            update == null
                ? text("version.newest", app.template(), app.version())
                : text("version.newer", app.template(), app.version(), update)));
    Div verbs = new Div();
    verbs.addClassName("in-row");
    boolean changeable = details.legal().contains(CommandKind.REDEPLOY);
    if (update != null && changeable) {
      Button see = new Button(text("version.see", update), click -> open(details));
      see.addThemeVariants(ButtonVariant.PRIMARY);
      verbs.add(see);
    }
    if (details.hasBefore() && changeable) {
      verbs.add(new Button(text("version.back"), click -> askBack(app).open()));
    }
    add(verbs, problems);
  }

  private void open(Deployments.Details details) {
    problems.clear();
    DeploymentId id = details.summary().id();
    try {
      VersionUpgrade upgrade = deployments.upgrade(actor, id);
      new UpgradeDialog(
              details.summary().name(),
              upgrade,
              values -> {
                deployments.upgrade(actor, id, upgrade.to(), values);
                watch(id);
              })
          .open();
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  private ConfirmDialog askBack(Deployments.Summary app) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(text("version.back-title", app.name()));
    dialog.setText(text("version.back-effect"));
    dialog.setCancelable(true);
    dialog.setCancelText(text("cancel"));
    dialog.setConfirmText(text("version.back-verb"));
    dialog.addConfirmListener(confirm -> goBack(app.id()));
    return dialog;
  }

  private void goBack(DeploymentId id) {
    problems.clear();
    try {
      deployments.goBack(actor, id);
      watch(id);
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  private void watch(DeploymentId id) {
    getUI().ifPresent(ui -> ui.navigate(DeploymentNavigation.section(id, "timeline")));
  }
}
