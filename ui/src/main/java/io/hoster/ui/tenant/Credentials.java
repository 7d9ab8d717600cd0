package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.SignInAttemptStore;
import io.hoster.store.tenant.User;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.RetryLater;
import io.hoster.ui.security.AttemptLimits;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.Passwords;
import io.hoster.ui.security.SecondFactor;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks passwords and codes, and slows down who guesses: by account and by client address. An
 * address that is not known answers like a wrong password, and as late.
 */
@WebRole
@Component
final class Credentials {

  private final WebTransactions transactions;
  private final UserStore users;
  private final SignInAttemptStore attempts;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final AttemptLimits limits;
  private final Clock clock;

  Credentials(
      WebTransactions transactions,
      UserStore users,
      SignInAttemptStore attempts,
      Passwords passwords,
      SecondFactor secondFactor,
      AttemptLimits limits,
      Clock clock) {
    this.transactions = transactions;
    this.users = users;
    this.attempts = attempts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.limits = limits;
    this.clock = clock;
  }

  private record Known(Optional<Duration> delay, Optional<User> user) {}

  /**
   * The user with this address and password, and code where one is asked for.
   *
   * @throws Problem 401 {@code bad_credentials} or {@code totp_required}, 429 {@code
   *     too_many_attempts}
   */
  User check(String email, String password, @Nullable String code, Client client) {
    limits.check(client);
    byte[] key = Tokens.hash(Registration.key(email));
    return passwords.inTurn(() -> {
      Optional<User> user = withPassword(key, email, password);
      if (user.isEmpty()) {
        throw failed(key, client, "E-mail address or password is wrong.");
      }
      if (user.get().totp()) {
        requireCode(user.get(), key, code, client);
      }
      transactions.system(() -> attempts.clear(key));
      return user.get();
    });
  }

  /** The user with this address and password, unless the address has to wait. */
  private Optional<User> withPassword(byte[] key, String email, String password) {
    Known known =
        transactions.system(() ->
            new Known(
                attempts.delay(key, clock.instant()), users.byEmail(Registration.key(email))));
    if (known.delay().isPresent()) {
      throw RetryLater.tooManyAttempts(known.delay().get());
    }
    String hash = known.user().map(User::passwordHash).orElseGet(passwords::nobodys);
    return passwords.matches(password, hash) ? known.user() : Optional.empty();
  }

  private void requireCode(User user, byte[] key, @Nullable String code, Client client) {
    if (code == null || code.isBlank()) {
      throw new Problem(
          401, "totp_required", "Enter the code that your authenticator app shows now.");
    }
    boolean right = transactions.system(() -> secondFactor.use(user.id(), code));
    if (!right) {
      throw failed(key, client, "This code is wrong or was used.");
    }
  }

  private Problem failed(byte[] key, Client client, String detail) {
    limits.failed(client);
    transactions.system(() -> {
      attempts.fail(key, clock.instant());
      attempts.forgetOld(clock.instant());
    });
    return new Problem(401, "bad_credentials", detail);
  }

  /**
   * Checks the password of somebody who is signed in.
   *
   * @throws Problem 403 {@code bad_credentials}, 429
   */
  void confirm(String email, String password, Client client) {
    limits.check(client);
    byte[] key = Tokens.hash(Registration.key(email));
    passwords.inTurn(() -> {
      if (withPassword(key, email, password).isEmpty()) {
        Problem wrong = failed(key, client, "The password is wrong.");
        throw Problem.forbidden(wrong.code(), wrong.detail());
      }
      return true;
    });
  }

  /** Forgets failures, after the mailbox was proven. */
  void forgive(String email) {
    attempts.clear(Tokens.hash(Registration.key(email)));
  }
}
