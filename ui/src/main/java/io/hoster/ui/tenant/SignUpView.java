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
import io.hoster.ui.PublicLayout;
import io.hoster.ui.Visitor;
import io.hoster.ui.catalog.Marketplace;

/** Make an account, then go on to what one came for. */
@Route(value = "signup", layout = PublicLayout.class)
@AnonymousAllowed
class SignUpView extends EntryPanel implements BeforeEnterObserver {

  private final Entrance entrance;
  private final Visitor visitor;
  private final Marketplace marketplace;
  private final TextField name = name();
  private final EmailField email = email();
  private final PasswordField password = newPassword();
  private NextPage next = new NextPage("");

  SignUpView(Entrance entrance, Visitor visitor, Marketplace marketplace) {
    super(text("signup.title"));
    this.entrance = entrance;
    this.visitor = visitor;
    this.marketplace = marketplace;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    next = NextPage.of(event.getLocation().getQueryParameters());
    if (visitor.find().isPresent()) {
      event.forwardToUrl(next.path());
      return;
    }
    show(
        NextPageName.template(next, marketplace)
            .map(template -> text("signup.to-deploy", template))
            .orElse(""),
        name,
        email,
        password,
        submit(text("signup.create"), this::register),
        aside(new Span(text("signup.known")), new Anchor(next.behind("login"), text("sign-in"))));
    name.focus();
  }

  private void register() {
    entrance.register(name.getValue().strip(), email.getValue().strip(), password.getValue());
    leave(next);
  }
}
