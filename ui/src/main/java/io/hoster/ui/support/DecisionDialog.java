package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.workflows.operation.Choices.Choice;
import java.util.List;
import java.util.function.Consumer;

/** Says exactly what a decision will do, and asks for the reason where one is needed. */
final class DecisionDialog {

  private static final int LONGEST_REASON = 500;

  private DecisionDialog() {}

  /** A retry is made at once: it can be made again. The others are asked about first. */
  static void ask(Choice choice, List<String> effects, Consumer<String> decide) {
    if (choice == Choice.RETRY) {
      decide.accept("");
    } else {
      dialog(choice, effects, decide).open();
    }
  }

  private static Dialog dialog(Choice choice, List<String> effects, Consumer<String> decide) {
    Dialog dialog = new Dialog(text("decide." + choice.word()));
    FieldProblems problems = new FieldProblems();
    UnorderedList list = new UnorderedList();
    effects.forEach(effect -> list.add(new ListItem(effect)));
    TextArea reason = new TextArea(text("decide.reason"));
    reason.setHelperText(
        text(choice == Choice.CONFIRM ? "decide.reason-needed" : "decide.reason-help"));
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    problems.at("/reason", reason);
    Div content = new Div(problems, list, reason);
    content.addClassName("stack");
    dialog.add(content);
    dialog.setWidth("32rem");
    Button keep = new Button(text("cancel"), click -> dialog.close());
    keep.addThemeVariants(ButtonVariant.TERTIARY);
    Button go = new Button(text("decide." + choice.word() + ".verb", effects.size()));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickListener(click -> {
      problems.clear();
      String said = reason.getValue().strip();
      if (choice == Choice.CONFIRM && said.isEmpty()) {
        problems.show(Problem.invalid("/reason", text("decide.reason-missing")));
        return;
      }
      try {
        decide.accept(said);
        dialog.close();
      } catch (Problem problem) {
        problems.show(problem);
      }
    });
    dialog.getFooter().add(keep, go);
    return dialog;
  }
}
