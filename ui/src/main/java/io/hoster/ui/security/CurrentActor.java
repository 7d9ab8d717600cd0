package io.hoster.ui.security;

import io.hoster.ui.Problem;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/**
 * Who asks, in the thread of a request. Other threads ({@code UI.access}) know nobody: take the
 * actor when a view is attached.
 */
@WebRole
@Component
public final class CurrentActor {

  private final SecurityContextHolderStrategy holder;

  CurrentActor(SecurityContextHolderStrategy holder) {
    this.holder = holder;
  }

  /** Who is signed in; empty: nobody. */
  public Optional<Actor> find() {
    return signedIn().map(SignedIn::getPrincipal);
  }

  /**
   * Who is signed in.
   *
   * @throws Problem 401 {@code unauthenticated} when nobody is
   */
  public Actor require() {
    return find().orElseThrow(CurrentActor::unauthenticated);
  }

  /**
   * The id of the browser's session.
   *
   * @throws Problem 401 when nobody is signed in, 403 {@code session_required} for an API token
   */
  public String requireSession() {
    SignedIn signedIn = signedIn().orElseThrow(CurrentActor::unauthenticated);
    if (!signedIn.isSession()) {
      throw Problem.forbidden(
          "session_required", "A token may not do this. Sign in with your password.");
    }
    return signedIn.credential();
  }

  /** How somebody is signed in; empty: nobody. */
  public Optional<SignedIn> signedIn() {
    return holder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }

  static Problem unauthenticated() {
    return new Problem(401, "unauthenticated", "Sign in to go on.");
  }
}
