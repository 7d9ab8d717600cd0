package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.Problem;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.SecondFactor;
import java.util.List;

/** The second factor: off, being set up, its recovery codes this once, on. */
final class SecondFactorPanel extends Div {

  private final OwnSecondFactor secondFactor;
  private final Actor actor;
  private final FieldProblems problems = new FieldProblems();

  SecondFactorPanel(OwnSecondFactor secondFactor, Actor actor) {
    this.secondFactor = secondFactor;
    this.actor = actor;
    addClassNames("panel", "stack");
    show();
  }

  private void begin() {
    removeAll();
    problems.clear();
    add(new H2(text("two-step.title")), problems);
  }

  private void show() {
    begin();
    if (secondFactor.isOn(actor)) {
      Button off = new Button(text("two-step.switch-off"), click -> question().open());
      add(
          new Paragraph(text("two-step.on", secondFactor.recoveryCodes(actor))),
          AccountPage.row(off));
    } else {
      Button setUp = new Button(text("two-step.set-up"), click -> setUp());
      add(new Paragraph(text("two-step.off")), AccountPage.row(setUp));
    }
  }

  private void setUp() {
    try {
      ask(secondFactor.propose(actor));
    } catch (Problem problem) {
      show(); // another browser was faster
      problems.show(problem);
    }
  }

  private void ask(SecondFactor.Proposal proposal) {
    begin();
    Anchor app = new Anchor();
    app.setUnsafeHref(proposal.otpauthUrl()); // unsafe means: otpauth: is not a page's address
    app.setText(text("two-step.open"));
    app.addClassName("link-button");
    Span secret = new Span(proposal.secret());
    secret.addClassName("code");
    TextField code = new TextField(text("two-step.code"));
    code.setHelperText(text("two-step.code-help"));
    code.getElement().setProperty("autocomplete", "one-time-code");
    code.getElement().setAttribute("inputmode", "numeric");
    problems.at("/code", code);
    Button on = new Button(text("two-step.switch-on"), click -> confirm(proposal, code.getValue()));
    on.addThemeVariants(ButtonVariant.PRIMARY);
    Button cancel = new Button(text("cancel"), click -> show());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    add(
        new Paragraph(text("two-step.add")),
        AccountPage.row(secret, new CopyButton(text("two-step.secret"), proposal.secret()), app),
        code,
        AccountPage.row(on, cancel));
    code.focus();
  }

  private void confirm(SecondFactor.Proposal proposal, String code) {
    try {
      secondFactor.confirm(actor, code.strip());
      showOnce(proposal.recoveryCodes());
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  private void showOnce(List<String> codes) {
    begin();
    UnorderedList list = new UnorderedList();
    list.addClassNames("code", "recovery-codes");
    codes.forEach(code -> list.add(new ListItem(code)));
    Paragraph words = new Paragraph(text("two-step.codes"));
    words.getElement().setAttribute("role", "status");
    Button done = new Button(text("two-step.kept"), click -> show());
    add(
        words,
        list,
        AccountPage.row(
            done, new CopyButton(text("two-step.codes-name"), String.join("\n", codes))));
  }

  private Dialog question() {
    Dialog dialog = new Dialog(text("two-step.off-title"));
    FieldProblems wrong = new FieldProblems();
    PasswordField password = new PasswordField(text("password.current"));
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    password.setWidthFull();
    password.setAutofocus(true);
    Div fields = new Div(new Paragraph(text("two-step.off-effect")), wrong, password);
    fields.addClassName("stack");
    dialog.add(fields);
    Button cancel = new Button(text("cancel"), click -> dialog.close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    Button off = new Button(text("two-step.off-verb"));
    off.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    off.addClickListener(click -> {
      try {
        secondFactor.remove(actor, password.getValue());
        dialog.close();
        show();
      } catch (Problem problem) {
        wrong.show(problem);
      }
    });
    dialog.getFooter().add(cancel, off);
    return dialog;
  }
}
