package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import java.util.function.Consumer;

/** Says how many apps a suspension stops, and asks why. */
final class SuspendDialog {

  private static final int LONGEST_REASON = 500;

  private SuspendDialog() {}

  static void ask(StaffTenant tenant, Consumer<String> suspend) {
    Dialog dialog = new Dialog(text("suspend.title", tenant.name()));
    FieldProblems problems = new FieldProblems();
    TextArea reason = new TextArea(text("decide.reason"));
    reason.setHelperText(text("suspend.reason-help"));
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    problems.at("/reason", reason);
    Div content =
        new Div(new Paragraph(text("suspend.effect", tenant.running())), problems, reason);
    content.addClassName("stack");
    dialog.add(content);
    dialog.setWidth("32rem");
    Button keep = new Button(text("cancel"), click -> dialog.close());
    keep.addThemeVariants(ButtonVariant.TERTIARY);
    Button go = new Button(text("suspend.verb", tenant.name()));
    go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    go.addClickListener(click -> {
      problems.clear();
      try {
        suspend.accept(reason.getValue());
        dialog.close();
      } catch (Problem problem) {
        problems.show(problem);
      }
    });
    dialog.getFooter().add(keep, go);
    dialog.open();
  }
}
