package io.hoster.ui;

import io.hoster.ui.security.Actor;
import java.util.Optional;

/** Who sits before this browser. Ask while a request is served, keep the answer for later. */
public interface Visitor {

  /** The person who is signed in, if somebody is. */
  Optional<Actor> find();

  /**
   * The person who is signed in.
   *
   * @throws Problem 401 when nobody is
   */
  default Actor require() {
    return find().orElseThrow(() -> new Problem(401, "unauthenticated", "Sign in to go on."));
  }

  /** Ends this browser's session and leaves for the start page. */
  void signOut();
}
