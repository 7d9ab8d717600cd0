package io.hoster.ui.tenant;

import io.hoster.store.Ids;
import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.SessionStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.SessionCookie;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The browsers that a user is signed in with. */
@WebRole
@Service
public final class SessionService {

  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final WebTransactions transactions;
  private final SessionStore sessions;
  private final Audit audit;
  private final Clock clock;

  SessionService(WebTransactions transactions, SessionStore sessions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A signed-in browser.
   *
   * @param current whether it is the one that asks
   */
  public record Session(
      String id,
      boolean current,
      @Nullable String address,
      @Nullable String agent,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt) {}

  /** Signs a browser in, inside a transaction of the platform; returns the cookie's token. */
  String open(UserId user, TenantId tenant, Client client) {
    Instant now = clock.instant();
    String token = Tokens.fresh();
    sessions.add(
        new SessionStore.NewSession(
            Ids.fresh("ses"), user, tenant, Tokens.hash(token), client.address(), client.agent()),
        now,
        now.plus(SessionCookie.LIFETIME));
    sessions.forgetEnded(now.minus(REMEMBERED));
    return token;
  }

  /** The actor's sessions, last used first. {@code current}: the id of the one that asks. */
  public List<Session> list(Actor actor, @Nullable String current) {
    return transactions.system(() -> sessions.live(actor.user(), clock.instant())).stream()
        .map(s ->
            new Session(
                s.id(),
                s.id().equals(current),
                s.address(),
                s.agent(),
                s.createdAt(),
                s.lastSeenAt(),
                s.expiresAt()))
        .toList();
  }

  /** Signs one of the actor's browsers out; 404 when there is no such session. */
  public void revoke(Actor actor, String id) {
    transactions.system(() -> {
      if (!sessions.revoke(actor.user(), id, clock.instant())) {
        throw Problem.notFound();
      }
      audit.record(actor, "session.revoked", "session", id);
    });
  }

  /** Signs all of the actor's browsers out but {@code keep}. */
  public void revokeOthers(Actor actor, @Nullable String keep) {
    transactions.system(() -> {
      sessions.revokeAll(actor.user(), keep, clock.instant());
      audit.record(actor, "session.revoked_others", "user", actor.user().value());
    });
  }

  /** Signs all of a user's browsers out but {@code keep}, inside a transaction of the platform. */
  void revokeAll(UserId user, @Nullable String keep) {
    sessions.revokeAll(user, keep, clock.instant());
  }

  /** Ends the session of a cookie's token. */
  public void close(String token) {
    transactions.system(() -> sessions.revoke(Tokens.hash(token), clock.instant()));
  }
}
