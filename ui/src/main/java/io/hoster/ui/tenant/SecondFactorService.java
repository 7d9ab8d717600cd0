package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.User;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.AttemptLimits;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.SecondFactor;
import io.hoster.ui.security.WebRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A user's second factor. */
@WebRole
@Service
public final class SecondFactorService {

  private final WebTransactions transactions;
  private final SecondFactor secondFactor;
  private final UserStore users;
  private final Credentials credentials;
  private final AttemptLimits limits;
  private final Audit audit;

  SecondFactorService(
      WebTransactions transactions,
      SecondFactor secondFactor,
      UserStore users,
      Credentials credentials,
      AttemptLimits limits,
      Audit audit) {
    this.transactions = transactions;
    this.secondFactor = secondFactor;
    this.users = users;
    this.credentials = credentials;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * Proposes a secret and recovery codes; they count once {@link #confirm} succeeds.
   *
   * @throws Problem 409 {@code invalid_state} while a second factor is on
   */
  public SecondFactor.Proposal propose(Actor actor) {
    return transactions.system(() -> {
      requireOff(actor);
      return secondFactor.propose(actor.user(), actor.email());
    });
  }

  private void requireOff(Actor actor) {
    users.lock(actor.user());
    if (users.byId(actor.user()).map(User::totp).orElse(false)) {
      throw Problem.conflict(
          "invalid_state", "Two-step sign-in is on. Switch it off first to set it up anew.");
    }
  }

  /**
   * Switches the second factor on.
   *
   * @throws Problem 409 {@code invalid_state} while one is on, 422 {@code invalid} for a wrong code
   */
  public void confirm(Actor actor, @Nullable String code, Client client) {
    limits.check(client);
    boolean right =
        transactions.system(() -> {
          requireOff(actor);
          boolean confirmed = code != null && secondFactor.confirm(actor.user(), code);
          if (confirmed) {
            audit.record(actor, "totp.switched_on", "user", actor.user().value());
          }
          return confirmed;
        });
    if (!right) {
      limits.failed(client);
      throw Problem.invalid("/code", "This code is wrong. Enter the one that your app shows now.");
    }
  }

  /**
   * Switches the second factor off.
   *
   * @throws Problem 403 {@code bad_credentials} for a wrong password, 429
   */
  public void remove(Actor actor, @Nullable String password, Client client) {
    credentials.confirm(actor.email(), AccountService.cut(password), client);
    transactions.system(() -> {
      secondFactor.remove(actor.user());
      audit.record(actor, "totp.switched_off", "user", actor.user().value());
    });
  }

  /** How many recovery codes the actor has left. */
  public int unusedRecoveryCodes(Actor actor) {
    return transactions.system(() -> secondFactor.unusedRecoveryCodes(actor.user()));
  }
}
