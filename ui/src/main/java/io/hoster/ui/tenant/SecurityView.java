package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;

/** What guards the reader's account: password, second factor, signed-in browsers. */
@Route(AccountPage.SECURITY)
@PermitAll
class SecurityView extends AccountPage {

  private final OwnAccount account;
  private final Actor actor;
  private final Div browsers = new Div();

  SecurityView(OwnAccount account, OwnSecondFactor secondFactor, Visitor visitor) {
    super(SECURITY);
    this.account = account;
    this.actor = visitor.require();
    browsers.addClassName("rows");
    add(password(), new SecondFactorPanel(secondFactor, actor), signedIn());
    showBrowsers();
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
    Div words = new TwoLines(name, facts);
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
}
