package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;

/** The reader's name, e-mail, looks, password and signed-in browsers. */
@Route("account")
@PermitAll
class AccountView extends Main implements HasDynamicTitle {

  private final OwnAccount account;
  private final Actor actor;
  private final Div browsers = new Div();

  AccountView(OwnAccount account, Visitor visitor) {
    this.account = account;
    this.actor = visitor.require();
    addClassNames("page", "narrow");
    OwnAccount.Profile profile = account.profile(actor);
    browsers.addClassName("rows");
    add(
        new H1(text("account.title")),
        name(profile),
        email(profile),
        scheme(profile),
        password(),
        signedIn());
    showBrowsers();
  }

  private static Div panel(String title, Component... parts) {
    Div panel = new Div(new H2(title));
    panel.add(parts);
    panel.addClassNames("panel", "stack");
    return panel;
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

  private Component password() {
    FieldProblems problems = new FieldProblems();
    PasswordField old = new PasswordField(text("password.current"));
    old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    PasswordField fresh = new PasswordField(text("password.new"));
    fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
    fresh.setHelperText(text("password.help"));
    old.setWidthFull();
    fresh.setWidthFull();
    problems.at("/current", old);
    problems.at("/password", fresh);
    Span said = said();
    Button change = new Button(text("account.change-password"));
    change.addClickListener(click ->
        tell(
            problems,
            said,
            text("account.password-changed"),
            () -> {
              account.changePassword(actor, old.getValue(), fresh.getValue());
              old.clear();
              fresh.clear();
              showBrowsers();
            }));
    return panel(text("password"), problems, old, fresh, row(change, said));
  }

  private Component signedIn() {
    Button others = new Button(text("account.sign-out-others"));
    others.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    others.addClickListener(click -> {
      account.signOutOthers(actor);
      showBrowsers();
    });
    return panel(text("account.browsers"), browsers, row(others));
  }

  private void showBrowsers() {
    browsers.removeAll();
    account.browsers(actor).forEach(browser -> browsers.add(browser(browser)));
  }

  private Component browser(OwnAccount.Browser browser) {
    String agent = browser.agent();
    Span name = new Span(agent == null ? text("unknown") : BrowserName.of(agent));
    name.addClassName("row-name");
    String address = browser.address();
    Span where = new Span(address == null ? text("unknown") : address);
    Div facts = new Div(where, HosterTime.ago(browser.lastSeenAt()));
    facts.addClassNames("secondary", "facts");
    Div words = new Div(name, facts);
    words.addClassName("two-lines");
    Div row = new Div(words);
    row.addClassName("row");
    if (browser.current()) {
      Span here = new Span(text("account.this-browser"));
      here.addClassName("secondary");
      row.add(here);
    } else {
      Button out = new Button(text("sign-out"));
      out.addThemeVariants(ButtonVariant.SMALL);
      out.setAriaLabel(text("account.sign-out-of", name.getText()));
      out.addClickListener(click -> {
        account.signOut(actor, browser.id());
        showBrowsers();
      });
      row.add(out);
    }
    return row;
  }

  private static Span said() {
    Span said = new Span();
    said.addClassName("secondary");
    said.getElement().setAttribute("role", "status");
    return said;
  }

  private static Div row(Component... parts) {
    Div row = new Div(parts);
    row.addClassName("toolbar");
    return row;
  }

  private static void tell(FieldProblems problems, Span said, String done, Runnable work) {
    problems.clear();
    said.setText("");
    try {
      work.run();
      said.setText(done);
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  @Override
  public String getPageTitle() {
    return text("title", text("account.title"));
  }
}
