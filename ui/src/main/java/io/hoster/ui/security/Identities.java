package io.hoster.ui.security;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.Identity;
import io.hoster.store.tenant.IdentityQueries;
import io.hoster.store.tenant.SessionStore;
import io.hoster.store.tenant.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out, at each request, who a cookie or an API token stands for. */
@WebRole
@Component
public final class Identities {

  /** What an API token begins with. */
  public static final String TOKEN_PREFIX = "hst_";

  private static final Duration SEEN = Duration.ofMinutes(1);

  private final WebTransactions transactions;
  private final IdentityQueries identities;
  private final SessionStore sessions;
  private final TokenStore tokens;
  private final Clock clock;

  Identities(
      WebTransactions transactions,
      IdentityQueries identities,
      SessionStore sessions,
      TokenStore tokens,
      Clock clock) {
    this.transactions = transactions;
    this.identities = identities;
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Who the session's token stands for; empty when it is unknown, revoked or expired. */
  public Optional<SignedIn> bySession(String token, Client client) {
    Instant now = clock.instant();
    return transactions.system(() -> {
      Optional<Identity> found = identities.bySession(Tokens.hash(token), now);
      found
          .filter(identity -> isOld(identity.lastSeen(), now))
          .ifPresent(identity -> sessions.touch(identity.credential(), now));
      return found.map(identity -> signedIn(identity, client, true));
    });
  }

  /** Who the API token stands for; empty when it is unknown, revoked or expired. */
  public Optional<SignedIn> byToken(String token, Client client) {
    if (!token.startsWith(TOKEN_PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return transactions.system(() -> {
      Optional<Identity> found = identities.byToken(Tokens.hash(token), now);
      found
          .filter(identity -> isOld(identity.lastSeen(), now))
          .ifPresent(identity -> tokens.touch(identity.tenant(), identity.credential(), now));
      return found.map(identity -> signedIn(identity, client, false));
    });
  }

  private static boolean isOld(@Nullable Instant seen, Instant now) {
    return seen == null || seen.plus(SEEN).isBefore(now);
  }

  private static SignedIn signedIn(Identity identity, Client client, boolean session) {
    Actor actor =
        new Actor(
            identity.user(),
            identity.name(),
            identity.email(),
            identity.emailVerified(),
            identity.tenant(),
            identity.role().equals("owner"),
            identity.staffRoles().stream()
                .map(role -> Actor.StaffRole.valueOf(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet()),
            identity.scopes(),
            client.requestId(),
            client.requestKey(),
            client.address());
    return new SignedIn(actor, identity.credential(), session);
  }
}
