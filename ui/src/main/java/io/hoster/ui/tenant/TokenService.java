package io.hoster.ui.tenant;

import io.hoster.store.Ids;
import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.TokenStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.Identities;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tokens with which programs act for a user in one tenant. */
@WebRole
@Service
public final class TokenService {

  private static final Set<String> SCOPES = Set.of("read", "write");
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final int MOST = 100;

  private final WebTransactions transactions;
  private final TokenStore tokens;
  private final Audit audit;
  private final Clock clock;

  TokenService(WebTransactions transactions, TokenStore tokens, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A token.
   *
   * @param expiresAt null: never
   * @param lastUsedAt to the minute; null: not yet
   */
  public record Token(
      String id,
      String name,
      Set<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  /**
   * A token that was just made.
   *
   * @param secret what the program sends; shown now and never again
   */
  public record NewToken(Token token, String secret) {

    @Override
    public String toString() {
      return "NewToken[" + token.id() + "]";
    }
  }

  /** The actor's tokens for the tenant, newest first. */
  public Page<Token> list(Actor actor, Cursor cursor, int limit) {
    List<TokenStore.Token> rows =
        transactions.tenant(
            actor.tenant(),
            () -> tokens.list(actor.tenant(), actor.user(), cursor.at(), cursor.id(), limit + 1));
    return Page.of(rows, limit, TokenService::shown, row -> new Cursor(row.createdAt(), row.id()));
  }

  private static Token shown(TokenStore.Token row) {
    return new Token(
        row.id(), row.name(), row.scopes(), row.createdAt(), row.expiresAt(), row.lastUsedAt());
  }

  /**
   * Makes a token.
   *
   * @param scopes null: {@code read} and {@code write}; no more than the actor has
   * @param expiresAt null: never; within ten years
   * @throws Problem 403 {@code insufficient_scope}, 409 {@code too_many}, 422 {@code invalid}
   */
  public NewToken create(
      Actor actor,
      @Nullable String name,
      @Nullable List<@Nullable String> scopes,
      @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TokenStore.Token token =
        new TokenStore.Token(
            Ids.fresh("tok"),
            Registration.name(name),
            scopes(actor, scopes),
            now,
            expiry(expiresAt, now),
            null);
    String secret = Identities.TOKEN_PREFIX + Tokens.fresh();
    transactions.tenant(
        actor.tenant(),
        () -> {
          if (tokens.count(actor.tenant(), actor.user()) >= MOST) {
            throw Problem.conflict(
                "too_many", "You have " + MOST + " tokens. Delete one that is not used.");
          }
          tokens.add(actor.tenant(), actor.user(), token, Tokens.hash(secret));
          audit.record(actor, "token.created", "token", token.id(), null, shown(token));
        });
    return new NewToken(shown(token), secret);
  }

  private static Set<String> scopes(Actor actor, @Nullable List<@Nullable String> asked) {
    if (asked == null) {
      return new TreeSet<>(actor.scopes());
    }
    Set<String> scopes = new TreeSet<>();
    for (String scope : asked) {
      if (scope == null || !SCOPES.contains(scope)) {
        throw Problem.invalid("/scopes", "Scopes are read and write.");
      }
      scopes.add(scope);
    }
    if (scopes.isEmpty()) {
      throw Problem.invalid("/scopes", "A token needs a scope: read, write or both.");
    }
    if (!actor.scopes().containsAll(scopes)) {
      throw Problem.forbidden(
          "insufficient_scope", "A token cannot make one that may do more than itself.");
    }
    return scopes;
  }

  private static @Nullable Instant expiry(@Nullable Instant asked, Instant now) {
    if (asked != null && (!asked.isAfter(now) || asked.isAfter(now.plus(LONGEST)))) {
      throw Problem.invalid("/expires_at", "Choose a time from now on, within ten years.");
    }
    return asked;
  }

  /** Ends one of the actor's tokens at once; 404 when there is no such token. */
  public void revoke(Actor actor, String id) {
    transactions.tenant(
        actor.tenant(),
        () -> {
          if (!tokens.revoke(actor.tenant(), actor.user(), id, clock.instant())) {
            throw Problem.notFound();
          }
          audit.record(actor, "token.revoked", "token", id);
        });
  }
}
