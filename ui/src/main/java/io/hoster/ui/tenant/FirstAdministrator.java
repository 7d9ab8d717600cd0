package io.hoster.ui.tenant;

import io.hoster.store.Migration;
import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.SetupStore;
import io.hoster.store.tenant.StaffStore;
import io.hoster.store.tenant.User;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.Passwords;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.security.WebSettings;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Makes sure that somebody can become the first administrator: the one that the settings name, or
 * whoever has the one-time link. There is no default password and no open setup page.
 */
@WebRole
@Component
final class FirstAdministrator implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final Client PLATFORM = new Client(null, null, null, null);

  private final WebTransactions transactions;
  private final StaffStore staff;
  private final SetupStore setup;
  private final UserStore users;
  private final NewAccounts accounts;
  private final SessionService sessions;
  private final Passwords passwords;
  private final AdminLink link;
  private final WebSettings settings;
  private final ObjectProvider<Migration> migration;
  private final Clock clock;

  FirstAdministrator(
      WebTransactions transactions,
      StaffStore staff,
      SetupStore setup,
      UserStore users,
      NewAccounts accounts,
      SessionService sessions,
      Passwords passwords,
      AdminLink link,
      WebSettings settings,
      ObjectProvider<Migration> migration,
      Clock clock) {
    this.transactions = transactions;
    this.staff = staff;
    this.setup = setup;
    this.users = users;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.link = link;
    this.settings = settings;
    this.migration = migration;
    this.clock = clock;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Migration running = migration.getIfAvailable();
    if (running == null) {
      provide();
    } else {
      running.whenDone(this::provide);
    }
  }

  void provide() {
    transactions.system(() -> {
      if (staff.lockAdministrators() > 0) {
        link.delete();
        return;
      }
      String email = settings.adminEmail();
      String password = settings.adminPassword();
      if (email != null && !email.isBlank() && password != null && !password.isBlank()) {
        makeAdministrator(Registration.of("Administrator", email, password));
      } else {
        offerLink();
      }
    });
  }

  /**
   * Whoever may have signed up with this address before did not prove it: the password becomes the
   * configured one and their browsers are signed out.
   */
  private void makeAdministrator(Registration registration) {
    String hash = passwords.hash(registration.password());
    Optional<User> known = users.byEmail(Registration.key(registration.email()));
    UserId user =
        known.isPresent() ? known.get().id() : accounts.add(registration, hash, PLATFORM).user();
    users.setPassword(user, hash, clock.instant());
    users.markVerified(user, clock.instant());
    sessions.revokeAll(user, null);
    staff.setRoles(user, Set.of("admin"), "settings", clock.instant());
    log.info("Administrator made from the settings: user={}", user);
  }

  private void offerLink() {
    Optional<String> before = link.token().filter(token -> setup.works(Tokens.hash(token)));
    String token = before.orElseGet(Tokens::fresh);
    if (before.isEmpty()) {
      setup.replace(Tokens.hash(token), clock.instant());
    }
    log.info("There is no administrator yet. Become it, once: {}", link.write(token));
  }
}
