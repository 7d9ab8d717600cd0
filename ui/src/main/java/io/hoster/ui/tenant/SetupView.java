package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.PublicLayout;

/** Make the first administrator with the one-time link that the launcher printed. */
@Route(value = "setup", layout = PublicLayout.class)
@AnonymousAllowed
class SetupView extends EntryPanel implements BeforeEnterObserver {

  private final Entrance entrance;

  SetupView(Entrance entrance) {
    super(text("setup.title"));
    this.entrance = entrance;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
    if (token.isEmpty()) {
      show(text("setup.no-link"));
      return;
    }
    TextField name = name();
    EmailField email = email();
    PasswordField password = newPassword();
    show(
        text("setup.intro"),
        name,
        email,
        password,
        submit(
            text("setup.create"),
            () -> {
              entrance.setUp(
                  token, name.getValue().strip(), email.getValue().strip(), password.getValue());
              leave(new NextPage(""));
            }));
    name.focus();
  }
}
