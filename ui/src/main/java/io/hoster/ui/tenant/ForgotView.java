package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.PublicLayout;

/** Ask for a link to set a new password; the answer is the same for every address. */
@Route(value = "forgot", layout = PublicLayout.class)
@AnonymousAllowed
class ForgotView extends EntryPanel {

  ForgotView(Entrance entrance) {
    super(text("forgot.title"));
    EmailField email = email();
    show(
        text("forgot.intro"),
        email,
        submit(
            text("forgot.send"),
            () -> {
              entrance.forgot(email.getValue().strip());
              Paragraph sent = new Paragraph(text("forgot.sent", email.getValue().strip()));
              sent.getElement().setAttribute("role", "status");
              show("", sent, aside(new Anchor("login", text("sign-in"))));
            }),
        aside(new Anchor("login", text("forgot.back"))));
    email.focus();
  }
}
