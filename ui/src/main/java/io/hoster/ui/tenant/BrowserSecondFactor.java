package io.hoster.ui.tenant;

import com.vaadin.flow.server.VaadinServletRequest;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.SecondFactor;
import io.hoster.ui.security.WebRole;
import org.springframework.stereotype.Service;

/** The second factor of whoever's browser asks; not for API tokens. */
@WebRole
@Service
class BrowserSecondFactor implements OwnSecondFactor {

  private final AccountService accounts;
  private final SecondFactorService service;
  private final CurrentActor current;

  BrowserSecondFactor(AccountService accounts, SecondFactorService service, CurrentActor current) {
    this.accounts = accounts;
    this.service = service;
    this.current = current;
  }

  @Override
  public boolean isOn(Actor actor) {
    return accounts.me(actor).totp();
  }

  @Override
  public int recoveryCodes(Actor actor) {
    return service.unusedRecoveryCodes(actor);
  }

  @Override
  public SecondFactor.Proposal propose(Actor actor) {
    current.requireSession();
    return service.propose(actor);
  }

  @Override
  public void confirm(Actor actor, String code) {
    current.requireSession();
    service.confirm(actor, code, client());
  }

  @Override
  public void remove(Actor actor, String password) {
    current.requireSession();
    service.remove(actor, password, client());
  }

  private static Client client() {
    return Client.of(VaadinServletRequest.getCurrent().getHttpServletRequest());
  }
}
