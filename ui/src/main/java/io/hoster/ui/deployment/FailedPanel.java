package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.StepView;
import io.hoster.workflows.operation.Choices.Choice;
import io.hoster.workflows.operation.CommandKind;
import java.util.Optional;

/** An operation that waits for a person: what failed, why, what is safe, what can be done. */
final class FailedPanel extends Div {

  FailedPanel(
      Deployments.Details details,
      OperationView operation,
      OperationView.Failure failure,
      DeploymentHeader verbs) {
    addClassNames("panel", "stack", "failed-panel");
    int total = operation.steps().size();
    int position = operation.current().map(StepView::position).orElse(total);
    add(new H2(text("operation.failed-at", position, total, failure.step())));
    add(new Paragraph(failure.message()), HosterTime.ago(failure.since(), text("failed.since")));
    if (failure.attempts() > 1) {
      add(new Paragraph(text("failed.attempts", failure.attempts())));
    }
    add(technical(operation, failure));
    add(new H3(text("failed.what-now")), ways(details, verbs));
  }

  private static Component technical(OperationView operation, OperationView.Failure failure) {
    Span code = new Span(failure.code());
    code.addClassName("code");
    Div facts = new Div(code);
    facts.addClassName("stack");
    String report = failure.code() + " " + operation.id() + " " + failure.message();
    String technical = failure.technical();
    if (technical != null) {
      Span words = new Span(technical);
      words.addClassName("code");
      facts.add(words);
      report = report + "\n" + technical;
    }
    facts.add(new CopyButton(text("failed.report"), report));
    return new Details(text("failed.technical"), facts);
  }

  private static Component ways(Deployments.Details details, DeploymentHeader verbs) {
    Div ways = new Div();
    ways.addClassName("ways");
    effect(details, Choice.RETRY)
        .ifPresent(effect -> ways.add(verbs.button(CommandKind.RETRY), new Span(effect)));
    if (details.legal().contains(CommandKind.REDEPLOY)) {
      Anchor change =
          new Anchor(
              DeploymentNavigation.section(details.summary().id(), "settings"),
              text("failed.change"));
      change.addClassName("link-button");
      ways.add(change, new Span(text("failed.change-how")));
    }
    effect(details, Choice.ROLLBACK)
        .ifPresent(effect ->
            ways.add(
                new Button(text("verb.roll_back"), click -> verbs.ask(CommandKind.ROLL_BACK)),
                new Span(effect)));
    if (details.legal().contains(CommandKind.DELETE)) {
      Button delete = new Button(text("verb.delete"), click -> verbs.ask(CommandKind.DELETE));
      ways.add(delete, new Span(text("failed.delete")));
    }
    return ways;
  }

  private static Optional<String> effect(Deployments.Details details, Choice choice) {
    return details.offers().stream()
        .filter(offer -> offer.choice() == choice)
        .map(Words.Offer::effect)
        .findFirst();
  }
}
