package io.hoster.ui.tenant;

import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Ada's account, with two browsers. */
public final class OneAccount implements OwnAccount {

  public final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private String scheme = "system";

  @Override
  public Profile profile(Actor actor) {
    return new Profile(actor.name(), actor.email(), false, "Acme", scheme);
  }

  @Override
  public void rename(Actor actor, String name) {
    if (name.isBlank()) {
      throw Problem.invalid("/name", "Enter a name.");
    }
    asked.add("rename " + name);
  }

  @Override
  public void setColorScheme(Actor actor, String wanted) {
    scheme = wanted;
  }

  @Override
  public void changePassword(Actor actor, String current, String fresh) {
    asked.add("password");
  }

  @Override
  public void sendVerification(Actor actor) {
    asked.add("verification");
  }

  @Override
  public List<Browser> browsers(Actor actor) {
    return List.of(
        new Browser(
            "ses_1",
            true,
            "127.0.0.1",
            "Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537",
            Instant.now()),
        new Browser(
            "ses_2",
            false,
            "203.0.113.9",
            "Mozilla/5.0 (iPhone) Version/19 Safari/605",
            Instant.now().minusSeconds(90_000)));
  }

  @Override
  public void signOut(Actor actor, String browser) {
    asked.add("sign out " + browser);
  }

  @Override
  public void signOutOthers(Actor actor) {
    asked.add("sign out others");
  }

  @Override
  public List<Token> tokens(Actor actor) {
    return List.copyOf(tokens);
  }

  @Override
  public String createToken(
      Actor actor, String name, Set<String> scopes, @Nullable Instant expiresAt) {
    tokens.addFirst(
        new Token("tok_" + tokens.size(), name, scopes, Instant.now(), expiresAt, null));
    return "hst_secret_of_" + name;
  }

  @Override
  public void revokeToken(Actor actor, String token) {
    tokens.removeIf(each -> each.id().equals(token));
  }
}
