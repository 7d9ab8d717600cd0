package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.Problem;
import io.hoster.ui.PublicLayout;
import io.hoster.ui.Visitor;
import io.hoster.ui.catalog.Marketplace;

/** Sign in; the second factor is asked for when the account has one. */
@Route(value = "login", layout = PublicLayout.class)
@AnonymousAllowed
public class LoginView extends EntryPanel implements BeforeEnterObserver {

  private final Entrance entrance;
  private final Visitor visitor;
  private final Marketplace marketplace;
  private final EmailField email = email();
  private final PasswordField password = password();
  private final TextField code = new TextField(text("login.code"));
  private NextPage next = new NextPage("");

  LoginView(Entrance entrance, Visitor visitor, Marketplace marketplace) {
    super(text("login.title"));
    this.entrance = entrance;
    this.visitor = visitor;
    this.marketplace = marketplace;
    code.getElement().setProperty("autocomplete", "one-time-code");
    code.setHelperText(text("login.code-help"));
    code.setWidthFull();
    code.setVisible(false);
    problems.at("/totp", code);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    next = NextPage.of(event.getLocation().getQueryParameters());
    if (visitor.find().isPresent()) {
      event.forwardToUrl(next.path());
      return;
    }
    show(
        next.isHome() ? "" : text("login.go-on", NextPageName.of(next, marketplace)),
        email,
        password,
        code,
        submit(text("sign-in"), this::signIn),
        aside(new Anchor("forgot", text("login.forgot"))),
        aside(
            new Span(text("login.new")), new Anchor(next.behind("signup"), text("login.sign-up"))));
    email.focus();
  }

  private void signIn() {
    entrance.signIn(
        email.getValue().strip(), password.getValue(), code.isVisible() ? code.getValue() : null);
    leave(next);
  }

  @Override
  void refused(Problem problem) {
    if (problem.code().equals("totp_required")) {
      code.setVisible(true);
      code.focus();
      return;
    }
    super.refused(problem);
    if (!code.isVisible()) {
      password.clear();
      password.focus();
    }
  }
}
