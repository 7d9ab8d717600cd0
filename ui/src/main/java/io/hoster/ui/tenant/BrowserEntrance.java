package io.hoster.ui.tenant;

import com.vaadin.flow.server.VaadinServletRequest;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.SignInCookies;
import io.hoster.ui.security.WebRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The entrance of the browser whose request is being served. */
@WebRole
@Service
class BrowserEntrance implements Entrance {

  private final AccountService accounts;
  private final SignInCookies cookies;

  BrowserEntrance(AccountService accounts, SignInCookies cookies) {
    this.accounts = accounts;
    this.cookies = cookies;
  }

  @Override
  public void register(String name, String email, String password) {
    keep(accounts.register(Registration.of(name, email, password), client()));
  }

  @Override
  public void signIn(String email, String password, @Nullable String code) {
    keep(accounts.login(email, password, code, client()));
  }

  @Override
  public void forgot(String email) {
    accounts.forgot(email, client());
  }

  @Override
  public void reset(String token, String password) {
    accounts.reset(token, password, client());
  }

  @Override
  public void verify(String token) {
    accounts.verify(token, client());
  }

  @Override
  public void setUp(String token, String name, String email, String password) {
    keep(accounts.setUp(token, Registration.of(name, email, password), client()));
  }

  private void keep(SignIn signIn) {
    cookies.signIn(signIn.token());
  }

  private static Client client() {
    return Client.of(VaadinServletRequest.getCurrent().getHttpServletRequest());
  }
}
