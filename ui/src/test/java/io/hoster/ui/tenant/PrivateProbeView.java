package io.hoster.ui.tenant;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.hoster.ui.security.CurrentActor;
import jakarta.annotation.security.PermitAll;

/** For who is signed in. */
@Route("probe/private")
@PermitAll
public final class PrivateProbeView extends Div {

  private static final long serialVersionUID = 1L;

  public PrivateProbeView(CurrentActor current, AuthenticationContext authentication) {
    Span name = new Span("Signed in as " + current.require().name());
    name.setId("name");
    Span again = new Span("nobody clicked");
    again.setId("again");
    NativeButton ask =
        new NativeButton("Ask", click -> again.setText("It is " + current.require().name()));
    ask.setId("ask");
    NativeButton out = new NativeButton("Sign out", click -> authentication.logout());
    out.setId("sign-out");
    add(name, again, ask, out);
  }
}
