package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;

/** Says how many apps a suspension stops, and asks why. */
final class SuspendDialog {

  private SuspendDialog() {}

  static void ask(StaffTenant tenant, Consumer<String> suspend) {
    Button go = new Button(text("suspend.verb", tenant.name()));
    go.addThemeVariants(ButtonVariant.ERROR);
    new ReasonDialog(
            text("suspend.title", tenant.name()),
            new Paragraph(text("suspend.effect", tenant.running())),
            text("suspend.reason-help"),
            go,
            suspend)
        .open();
  }
}
