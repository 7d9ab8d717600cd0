package io.hoster.ui.tenant;

import com.vaadin.flow.server.VaadinServletRequest;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The account of the browser whose request is being served. */
@WebRole
@Service
class BrowserAccount implements OwnAccount {

  private static final int TOKENS = 100;

  private final AccountService accounts;
  private final SessionService sessions;
  private final TokenService tokens;
  private final CurrentActor current;

  BrowserAccount(
      AccountService accounts, SessionService sessions, TokenService tokens, CurrentActor current) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.current = current;
  }

  @Override
  public Profile profile(Actor actor) {
    Me me = accounts.me(actor);
    return new Profile(
        me.name(), me.email(), me.emailVerified(), me.tenantName(), me.colorScheme());
  }

  @Override
  public void rename(Actor actor, String name) {
    accounts.changeName(actor, name);
  }

  @Override
  public void setColorScheme(Actor actor, String scheme) {
    accounts.changeColorScheme(actor, scheme);
  }

  @Override
  public void changePassword(Actor actor, String old, String fresh) {
    accounts.changePassword(
        actor,
        current.requireSession(),
        old,
        fresh,
        Client.of(VaadinServletRequest.getCurrent().getHttpServletRequest()));
  }

  @Override
  public void sendVerification(Actor actor) {
    accounts.resendVerification(actor);
  }

  @Override
  public List<Browser> browsers(Actor actor) {
    return sessions.list(actor, current.requireSession()).stream()
        .map(s -> new Browser(s.id(), s.current(), s.address(), s.agent(), s.lastSeenAt()))
        .toList();
  }

  @Override
  public void signOut(Actor actor, String browser) {
    sessions.revoke(actor, browser);
  }

  @Override
  public void signOutOthers(Actor actor) {
    sessions.revokeOthers(actor, current.requireSession());
  }

  @Override
  public List<Token> tokens(Actor actor) {
    return tokens.list(actor, Cursor.decode(null), TOKENS).data().stream()
        .map(t ->
            new Token(t.id(), t.name(), t.scopes(), t.createdAt(), t.expiresAt(), t.lastUsedAt()))
        .toList();
  }

  @Override
  public String createToken(
      Actor actor, String name, Set<String> scopes, @Nullable Instant expiresAt) {
    return tokens.create(actor, name, List.copyOf(scopes), expiresAt).secret();
  }

  @Override
  public void revokeToken(Actor actor, String token) {
    tokens.revoke(actor, token);
  }
}
