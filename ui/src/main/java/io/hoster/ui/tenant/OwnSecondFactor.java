package io.hoster.ui.tenant;

import io.hoster.ui.security.Actor;
import io.hoster.ui.security.SecondFactor;

/**
 * What the page about the reader's second factor asks. Refusals are a {@link io.hoster.ui.Problem}.
 */
public interface OwnSecondFactor {

  boolean isOn(Actor actor);

  /** How many recovery codes are left. */
  int recoveryCodes(Actor actor);

  /** Proposes a secret and recovery codes, shown once; they count after {@link #confirm}. */
  SecondFactor.Proposal propose(Actor actor);

  /** Switches it on with the code that the authenticator shows. */
  void confirm(Actor actor, String code);

  /** Switches it off with the reader's password. */
  void remove(Actor actor, String password);
}
