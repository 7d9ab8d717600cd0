package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.operation.Choices.Choice;
import io.hoster.workflows.operation.OperationId;
import java.util.Collection;
import java.util.List;

/** Decides about all that is selected; says of each that was refused why. */
final class BulkBar extends Div {

  private final SupportService support;
  private final Actor actor;
  private final Runnable done;
  private final Div verbs = new Div();
  private final Div said = new Div();

  BulkBar(SupportService support, Actor actor, Runnable done) {
    this.support = support;
    this.actor = actor;
    this.done = done;
    addClassName("stack");
    verbs.addClassName("toolbar");
    said.getElement().setAttribute("role", "status");
    add(verbs, said);
  }

  /** Offers what each of {@code rows} allows. */
  void select(Collection<StaffOperation> rows) {
    verbs.removeAll();
    if (rows.isEmpty()) {
      return;
    }
    Span count = new Span(text("inbox.selected", rows.size()));
    verbs.add(count);
    for (Choice choice : Choice.values()) {
      List<StaffOperation> able = rows.stream().filter(row -> allows(row, choice)).toList();
      if (!able.isEmpty()) {
        verbs.add(verb(choice, able));
      }
    }
  }

  private static boolean allows(StaffOperation row, Choice choice) {
    return row.effects().stream().anyMatch(effect -> effect.choice().equals(choice.word()));
  }

  private Button verb(Choice choice, List<StaffOperation> rows) {
    Button button =
        new Button(
            text("inbox.verb." + choice.word(), rows.size()),
            click ->
                DecisionDialog.ask(
                    choice, effects(choice, rows), reason -> decide(choice, rows, reason)));
    if (choice == Choice.RETRY) {
      button.addThemeVariants(ButtonVariant.PRIMARY);
    }
    return button;
  }

  /** "my-blog: Removes 2 containers and …" for each. */
  private static List<String> effects(Choice choice, List<StaffOperation> rows) {
    return rows.stream()
        .flatMap(row ->
            row.effects().stream()
                .filter(effect -> effect.choice().equals(choice.word()))
                .map(effect -> row.deploymentName() + ": " + effect.effect()))
        .toList();
  }

  private void decide(Choice choice, List<StaffOperation> rows, String reason) {
    List<SupportService.Outcome> outcomes =
        support.resolveAll(
            actor, rows.stream().map(row -> new OperationId(row.id())).toList(), choice, reason);
    said.removeAll();
    long taken = outcomes.stream().filter(outcome -> outcome.problem() == null).count();
    said.add(new Span(text("inbox.taken", taken)));
    UnorderedList refused = new UnorderedList();
    outcomes.forEach(outcome -> {
      Problem problem = outcome.problem();
      if (problem != null) {
        refused.add(new ListItem(outcome.subject() + ": " + problem.getMessage()));
      }
    });
    if (taken < outcomes.size()) {
      said.add(refused);
    }
    done.run();
  }
}
