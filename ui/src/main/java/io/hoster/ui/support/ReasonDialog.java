package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import java.util.function.Consumer;

/** Says what will be done, and asks why; stays open with what is wrong when it is refused. */
final class ReasonDialog extends Dialog {

  private static final int LONGEST_REASON = 500;

  private final FieldProblems problems = new FieldProblems();
  private final TextArea reason = new TextArea(text("decide.reason"));

  /**
   * @param effect what it will do
   * @param help what becomes of the reason
   * @param act does it with the reason; what it is refused for is shown
   */
  ReasonDialog(String title, Component effect, String help, Button go, Consumer<String> act) {
    super(title);
    reason.setHelperText(help);
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    problems.at("/reason", reason);
    Div content = new Div(effect, problems, reason);
    content.addClassName("stack");
    add(content);
    setWidth("32rem");
    Button keep = new Button(text("cancel"), click -> close());
    keep.addThemeVariants(ButtonVariant.TERTIARY);
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickListener(click -> go(act));
    getFooter().add(keep, go);
  }

  private void go(Consumer<String> act) {
    problems.clear();
    try {
      act.accept(reason.getValue().strip());
      close();
    } catch (Problem problem) {
      problems.show(problem);
    }
  }
}
