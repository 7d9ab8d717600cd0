package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.Problem;
import io.hoster.ui.PublicLayout;

/** Set a new password with the link from the mail. */
@Route(value = "reset", layout = PublicLayout.class)
@AnonymousAllowed
class ResetView extends EntryPanel implements BeforeEnterObserver {

  private final Entrance entrance;

  ResetView(Entrance entrance) {
    super(text("reset.title"));
    this.entrance = entrance;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
    if (token.isEmpty()) {
      show(text("link.missing"), aside(new Anchor("forgot", text("link.another"))));
      return;
    }
    PasswordField password = newPassword();
    show(
        text("reset.intro"),
        password,
        submit(text("reset.set"), () -> reset(token, password.getValue())));
    password.focus();
  }

  private void reset(String token, String password) {
    entrance.reset(token, password);
    Paragraph done = new Paragraph(text("reset.done"));
    done.getElement().setAttribute("role", "status");
    show("", done, aside(new Anchor("login", text("sign-in"))));
  }

  @Override
  void refused(Problem problem) {
    super.refused(problem);
    if (problem.fields().stream().noneMatch(field -> field.pointer().equals("/password"))) {
      show("", aside(new Anchor("forgot", text("link.another"))));
    }
  }
}
