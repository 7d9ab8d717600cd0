package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.MailTokenStore;
import io.hoster.store.tenant.MailTokenStore.Purpose;
import io.hoster.store.tenant.NoticeStore;
import io.hoster.store.tenant.User;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.AttemptLimits;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.security.WebSettings;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links sent by mail that prove a mailbox. Their address is the configured one, never a header's.
 */
@WebRole
@Component
final class AccountLinks {

  private static final Duration VERIFY = Duration.ofHours(24);
  private static final Duration RESET = Duration.ofMinutes(30);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /** An answer about an address takes this long, whether it is known or not. */
  private static final Duration ANSWER = Duration.ofMillis(200);

  private final WebTransactions transactions;
  private final UserStore users;
  private final MailTokenStore tokens;
  private final NoticeStore notices;
  private final AttemptLimits limits;
  private final WebSettings settings;
  private final Clock clock;

  AccountLinks(
      WebTransactions transactions,
      UserStore users,
      MailTokenStore tokens,
      NoticeStore notices,
      AttemptLimits limits,
      WebSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.users = users;
    this.tokens = tokens;
    this.notices = notices;
    this.limits = limits;
    this.settings = settings;
    this.clock = clock;
  }

  void sendVerification(UserId user, String name, String email) {
    String link = settings.link("/verify?token=" + token(user, Purpose.VERIFY, VERIFY));
    send(user, email, AccountMails.verify(name, email, link), true);
  }

  /** How long to wait until another link may be sent. */
  Optional<Duration> waitForVerification(UserId user) {
    Instant now = clock.instant();
    return tokens
        .lastSent(user, Purpose.VERIFY)
        .map(sent -> Duration.between(now, sent.plus(BETWEEN)))
        .filter(Duration::isPositive);
  }

  void sendReset(String email) {
    long end = System.nanoTime() + ANSWER.toNanos();
    transactions.system(() -> users.byEmail(Registration.key(email)).ifPresent(this::sendReset));
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendReset(User user) {
    Instant now = clock.instant();
    boolean justSent =
        tokens.lastSent(user.id(), Purpose.RESET).filter(now.minus(BETWEEN)::isBefore).isPresent();
    if (!justSent) {
      String link = settings.link("/reset?token=" + token(user.id(), Purpose.RESET, RESET));
      send(user.id(), user.email(), AccountMails.reset(user.name(), link), true);
    }
  }

  void passwordWasChanged(User user) {
    tokens.withdraw(user.id(), Purpose.RESET, clock.instant());
    send(
        user.id(),
        user.email(),
        AccountMails.passwordChanged(user.name(), settings.link("/forgot")),
        false);
  }

  private String token(UserId user, Purpose purpose, Duration lifetime) {
    String token = Tokens.fresh();
    Instant now = clock.instant();
    tokens.add(user, purpose, Tokens.hash(token), now, now.plus(lifetime));
    return token;
  }

  private void send(UserId user, String to, AccountMails.Text text, boolean confidential) {
    notices.add(
        new NoticeStore.Mail(
            null,
            user,
            to,
            text.subject(),
            text.body(),
            confidential ? NoticeStore.confidentialKey() : null));
  }

  /** Uses a link up and tells whose it was; whoever has it reads that mailbox. */
  UserId use(Purpose purpose, @Nullable String token, Client client) {
    Optional<UserId> user =
        token == null ? Optional.empty() : tokens.use(purpose, Tokens.hash(token), clock.instant());
    user.ifPresent(id -> users.markVerified(id, clock.instant()));
    return user.orElseThrow(() -> {
      limits.failed(client);
      return Problem.invalid("/token", "This link does not work any more. Ask for a new one.");
    });
  }
}
