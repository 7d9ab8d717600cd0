package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.hoster.ui.Problem;
import io.hoster.workflows.operation.Choices.Choice;
import java.util.List;
import java.util.function.Consumer;

/** Says exactly what a decision will do, and asks for the reason where one is needed. */
final class DecisionDialog {

  private DecisionDialog() {}

  /** A retry is made at once: it can be made again. The others are asked about first. */
  static void ask(Choice choice, List<String> effects, Consumer<String> decide) {
    if (choice == Choice.RETRY) {
      decide.accept("");
      return;
    }
    UnorderedList list = new UnorderedList();
    effects.forEach(effect -> list.add(new ListItem(effect)));
    boolean needed = choice == Choice.CONFIRM;
    new ReasonDialog(
            text("decide." + choice.word()),
            list,
            text(needed ? "decide.reason-needed" : "decide.reason-help"),
            new Button(text("decide." + choice.word() + ".verb", effects.size())),
            reason -> {
              if (needed && reason.isEmpty()) {
                throw Problem.invalid("/reason", text("decide.reason-missing"));
              }
              decide.accept(reason);
            })
        .open();
  }
}
