package io.hoster.ui.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who is signed in: the principal is an {@link Actor}. Views may ask for the roles {@code
 * STAFF}, {@code SUPPORT}, {@code FINANCE}, {@code OPERATOR} and {@code ADMIN}.
 */
public final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final String credential;
  private final boolean session;

  SignedIn(Actor actor, String credential, boolean session) {
    super(authorities(actor));
    this.actor = actor;
    this.credential = credential;
    this.session = session;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> authorities(Actor actor) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    authorities.add(new SimpleGrantedAuthority("ROLE_USER"));
    if (!actor.staffRoles().isEmpty()) {
      authorities.add(new SimpleGrantedAuthority("ROLE_STAFF"));
    }
    for (Actor.StaffRole role : Actor.StaffRole.values()) {
      if (actor.isStaff(role)) {
        authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name().toUpperCase(Locale.ROOT)));
      }
    }
    return authorities;
  }

  @Override
  public Actor getPrincipal() {
    return actor;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return actor.user().value();
  }

  /** The id of the session ({@code ses_…}) or API token ({@code tok_…}). */
  public String credential() {
    return credential;
  }

  /** Whether it is a browser's session; else an API token. */
  public boolean isSession() {
    return session;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && credential.equals(that.credential);
  }

  @Override
  public int hashCode() {
    return credential.hashCode();
  }
}
