package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;

/** The reader's name, e-mail and looks. */
@Route(AccountPage.ACCOUNT)
@PermitAll
class AccountView extends AccountPage {

  private final OwnAccount account;
  private final Actor actor;

  AccountView(OwnAccount account, Visitor visitor) {
    super(ACCOUNT);
    this.account = account;
    this.actor = visitor.require();
    OwnAccount.Profile profile = account.profile(actor);
    add(name(profile), email(profile), scheme(profile));
  }

  private Component name(OwnAccount.Profile profile) {
    FieldProblems problems = new FieldProblems();
    TextField name = new TextField(text("your-name"));
    name.setValue(profile.name());
    name.setAutocomplete(Autocomplete.NAME);
    name.setMaxLength(100);
    name.setWidthFull();
    problems.at("/name", name);
    Span said = said();
    Button save = new Button(text("account.save"));
    save.addClickListener(click ->
        tell(problems, said, text("account.saved"), () -> account.rename(actor, name.getValue())));
    return panel(text("account.name"), problems, name, row(save, said));
  }

  private Component email(OwnAccount.Profile profile) {
    Paragraph address = new Paragraph(profile.email());
    if (profile.emailVerified()) {
      Paragraph verified = new Paragraph(text("account.verified"));
      verified.addClassName("secondary");
      return panel(text("email"), address, verified);
    }
    FieldProblems problems = new FieldProblems();
    Span said = said();
    Button send = new Button(text("account.send-again"));
    send.addClickListener(click ->
        tell(
            problems,
            said,
            text("account.sent", profile.email()),
            () -> account.sendVerification(actor)));
    return panel(
        text("email"),
        address,
        new Paragraph(text("account.unverified", profile.email())),
        problems,
        row(send, said));
  }

  private Component scheme(OwnAccount.Profile profile) {
    RadioButtonGroup<String> choice = new RadioButtonGroup<>();
    choice.setAriaLabel(text("account.scheme"));
    choice.setItems("system", "light", "dark");
    choice.setItemLabelGenerator(each -> text("scheme." + each));
    choice.setValue(profile.colorScheme());
    choice.addValueChangeListener(change -> {
      account.setColorScheme(actor, change.getValue());
      getUI().ifPresent(ui -> Schemes.apply(ui, change.getValue()));
    });
    return panel(text("account.scheme"), choice);
  }
}
