package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.PublicLayout;

/**
 * Confirm an e-mail address: by a press, so that a mail scanner that opens links confirms nothing.
 */
@Route(value = "verify", layout = PublicLayout.class)
@AnonymousAllowed
class VerifyView extends EntryPanel implements BeforeEnterObserver {

  private final Entrance entrance;

  VerifyView(Entrance entrance) {
    super(text("verify.title"));
    this.entrance = entrance;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
    if (token.isEmpty()) {
      show(text("link.missing"), aside(new Anchor("account", text("verify.again"))));
      return;
    }
    show(text("verify.intro"), submit(text("verify.confirm"), () -> confirm(token)));
  }

  private void confirm(String token) {
    entrance.verify(token);
    Paragraph done = new Paragraph(text("verify.done"));
    done.getElement().setAttribute("role", "status");
    show("", done, aside(new Anchor("deployments", text("open-console"))));
  }
}
