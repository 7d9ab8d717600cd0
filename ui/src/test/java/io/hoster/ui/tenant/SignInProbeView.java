package io.hoster.ui.tenant;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.SignInCookies;

/** Signs in by a click, with push on, as the product's views do. */
@Route("probe/sign-in")
@AnonymousAllowed
public final class SignInProbeView extends Div {

  private static final long serialVersionUID = 1L;

  public SignInProbeView(AccountService accounts, SignInCookies cookies) {
    NativeButton button =
        new NativeButton(
            "Sign up",
            click -> {
              Client client = Client.of(VaadinServletRequest.getCurrent().getHttpServletRequest());
              SignIn signIn =
                  accounts.register(
                      Registration.of("Ada", People.freshEmail(), People.PASSWORD), client);
              cookies.signIn(signIn.token());
              click.getSource().getUI().orElseThrow().getPage().setLocation("probe/private");
            });
    button.setId("sign-up");
    add(button);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
    event.getUI().getPushConfiguration().setTransport(Transport.WEBSOCKET_XHR);
  }
}
