package io.hoster.ui.deployment;

import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;

/** What every call of this feature checks first. */
final class Access {

  private Access() {}

  static void requireWrite(Actor actor) {
    if (!actor.scopes().contains("write")) {
      throw Problem.forbidden(
          "insufficient_scope", "This token may only read. Create one with the scope write.");
    }
  }
}
