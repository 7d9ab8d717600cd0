package io.hoster.ui.tenant;

import io.hoster.ui.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the pages about the reader's own account ask. Refusals are a {@link io.hoster.ui.Problem};
 * what concerns the browser's session needs a request.
 */
public interface OwnAccount {

  /**
   * Who the reader is.
   *
   * @param colorScheme {@code system}, {@code light} or {@code dark}
   */
  record Profile(
      String name, String email, boolean emailVerified, String tenant, String colorScheme) {}

  /** A signed-in browser; {@code current}: this one. */
  record Browser(
      String id,
      boolean current,
      @Nullable String address,
      @Nullable String agent,
      Instant lastSeenAt) {}

  /**
   * A token for programs.
   *
   * @param expiresAt null: never
   * @param lastUsedAt null: not yet
   */
  record Token(
      String id,
      String name,
      Set<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  Profile profile(Actor actor);

  void rename(Actor actor, String name);

  void setColorScheme(Actor actor, String scheme);

  /** Sets a new password and signs all other browsers out. */
  void changePassword(Actor actor, String current, String fresh);

  /** Sends the link that confirms the e-mail address again. */
  void sendVerification(Actor actor);

  /** The browsers that are signed in, last used first. */
  List<Browser> browsers(Actor actor);

  void signOut(Actor actor, String browser);

  void signOutOthers(Actor actor);

  /** The reader's tokens, newest first. */
  List<Token> tokens(Actor actor);

  /**
   * Makes a token and returns what the program sends; it is shown once.
   *
   * @param expiresAt null: never
   */
  String createToken(Actor actor, String name, Set<String> scopes, @Nullable Instant expiresAt);

  void revokeToken(Actor actor, String token);
}
