package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.deployment.Deployment;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.operation.Choices.Choice;
import io.hoster.workflows.operation.OperationId;
import java.util.List;
import java.util.Locale;

/** What failed, what the other side answered, and each choice with what it will do. */
final class DecisionPanel extends Div {

  private final SupportService support;
  private final Actor actor;
  private final StaffOperation row;
  private final Runnable done;
  private final FieldProblems problems = new FieldProblems();

  DecisionPanel(SupportService support, Actor actor, StaffOperation row, Runnable done) {
    this.support = support;
    this.actor = actor;
    this.row = row;
    this.done = done;
    addClassNames("panel", "stack", "failed-panel");
    Deployment.Failure failure = row.failure();
    if (failure == null) {
      return;
    }
    Span code = new Span(failure.code());
    code.addClassName("code");
    add(
        new H2(code),
        new Paragraph(failure.message()),
        HosterTime.ago(failure.since(), text("failed.since")),
        new Span(text("failed.attempts", row.attempts())));
    String technical = row.technical();
    if (technical != null) {
      Pre answer = new Pre(technical);
      answer.addClassNames("code-block", "wrapped");
      add(answer);
    }
    add(new Anchor(Runbooks.of(failure.code()), text("inbox.runbook")), problems, ways());
  }

  private Div ways() {
    Div ways = new Div();
    ways.addClassName("ways");
    for (Deployment.Effect offer : row.effects()) {
      Choice choice = Choice.valueOf(offer.choice().toUpperCase(Locale.ROOT));
      Button button =
          new Button(
              text("decide." + choice.word()),
              click ->
                  DecisionDialog.ask(
                      choice, List.of(offer.effect()), reason -> decide(choice, reason)));
      if (choice == Choice.RETRY) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
      }
      ways.add(button, new Span(offer.effect()));
    }
    return ways;
  }

  private void decide(Choice choice, String reason) {
    problems.clear();
    try {
      support.resolve(actor, new OperationId(row.id()), choice, reason);
      done.run();
    } catch (Problem problem) {
      if (choice != Choice.RETRY) {
        throw problem; // the dialog shows it
      }
      problems.show(problem);
      done.run();
    }
  }
}
