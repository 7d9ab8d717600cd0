package io.hoster.ui.tenant;

import io.hoster.ui.OneVisitor;
import io.hoster.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows ada@acme.example with the password "correct horse"; anything else is refused. */
public final class OneUser implements Entrance {

  private final OneVisitor browser;
  public final List<String> asked = new ArrayList<>();

  public OneUser(OneVisitor browser) {
    this.browser = browser;
  }

  @Override
  public void register(String name, String email, String password) {
    if (password.length() < 10) {
      throw Problem.invalid("/password", "Use at least 10 characters.");
    }
    asked.add("register " + name + " " + email);
    browser.signIn();
  }

  @Override
  public void signIn(String email, String password, @Nullable String code) {
    if (!email.equals("ada@acme.example") || !password.equals("correct horse")) {
      throw new Problem(401, "bad_credentials", "E-mail or password is wrong.");
    }
    asked.add("sign in " + email);
    browser.signIn();
  }

  @Override
  public void forgot(String email) {
    asked.add("forgot " + email);
  }

  @Override
  public void reset(String token, String password) {
    asked.add("reset " + token);
  }

  @Override
  public void verify(String token) {
    asked.add("verify " + token);
  }

  @Override
  public void setUp(String token, String name, String email, String password) {
    asked.add("set up " + token + " " + email);
  }
}
