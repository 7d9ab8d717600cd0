package io.hoster.ui.tenant;

import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.SecondFactor;
import java.util.List;

/** A second factor whose authenticator always shows 123456. */
public final class OneSecondFactor implements OwnSecondFactor {

  private boolean on;

  @Override
  public boolean isOn(Actor actor) {
    return on;
  }

  @Override
  public int recoveryCodes(Actor actor) {
    return on ? 2 : 0;
  }

  @Override
  public SecondFactor.Proposal propose(Actor actor) {
    return new SecondFactor.Proposal(
        "JBSWY3DP", "otpauth://totp/Hoster:ada?secret=JBSWY3DP", List.of("aaaa-1", "bbbb-2"));
  }

  @Override
  public void confirm(Actor actor, String code) {
    if (!code.equals("123456")) {
      throw Problem.invalid("/code", "This code is wrong.");
    }
    on = true;
  }

  @Override
  public void remove(Actor actor, String password) {
    on = false;
  }
}
