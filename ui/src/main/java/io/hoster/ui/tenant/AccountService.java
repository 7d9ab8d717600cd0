package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.AuditStore;
import io.hoster.store.tenant.MailTokenStore.Purpose;
import io.hoster.store.tenant.MemberStore;
import io.hoster.store.tenant.SetupStore;
import io.hoster.store.tenant.StaffStore;
import io.hoster.store.tenant.Tenant;
import io.hoster.store.tenant.TenantStore;
import io.hoster.store.tenant.User;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.RetryLater;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.AttemptLimits;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.Passwords;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.NewAccounts.NewAccount;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accounts: making one, signing in and out, and what a user changes about it. */
@WebRole
@Service
public final class AccountService {

  private final WebTransactions transactions;
  private final NewAccounts newAccounts;
  private final Credentials credentials;
  private final SessionService sessions;
  private final AccountLinks links;
  private final UserStore users;
  private final TenantStore tenants;
  private final MemberStore members;
  private final StaffStore staff;
  private final SetupStore setup;
  private final AdminLink adminLink;
  private final AuditStore auditStore;
  private final Audit audit;
  private final Passwords passwords;
  private final AttemptLimits limits;
  private final Clock clock;

  AccountService(
      WebTransactions transactions,
      NewAccounts newAccounts,
      Credentials credentials,
      SessionService sessions,
      AccountLinks links,
      UserStore users,
      TenantStore tenants,
      MemberStore members,
      StaffStore staff,
      SetupStore setup,
      AdminLink adminLink,
      AuditStore auditStore,
      Audit audit,
      Passwords passwords,
      AttemptLimits limits,
      Clock clock) {
    this.transactions = transactions;
    this.newAccounts = newAccounts;
    this.credentials = credentials;
    this.sessions = sessions;
    this.links = links;
    this.users = users;
    this.tenants = tenants;
    this.members = members;
    this.staff = staff;
    this.setup = setup;
    this.adminLink = adminLink;
    this.auditStore = auditStore;
    this.audit = audit;
    this.passwords = passwords;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Makes a user with a tenant of their own on the Free plan, sends the link that confirms the
   * address, and signs them in.
   *
   * @throws Problem 409 {@code email_taken}, 422 {@code invalid}, 429
   */
  public SignIn register(Registration registration, Client client) {
    limits.create(client);
    String hash = passwords.hash(registration.password());
    return transactions.system(() -> {
      NewAccount account = newAccounts.add(registration, hash, client);
      links.sendVerification(account.user(), registration.name(), registration.email());
      return signIn(account.user(), account.tenant(), client);
    });
  }

  /**
   * Makes the first administrator, with the one-time link of the installation.
   *
   * @throws Problem 403 {@code forbidden} when the link does not work, 409 {@code email_taken}, 422
   */
  public SignIn setUp(@Nullable String token, Registration registration, Client client) {
    limits.check(client);
    String hash = passwords.hash(registration.password());
    SignIn signIn =
        transactions.system(() -> {
          int administrators = staff.lockAdministrators();
          if (token == null || administrators > 0 || !setup.works(Tokens.hash(token))) {
            limits.failed(client);
            throw Problem.forbidden(
                "forbidden", "This link does not work, or there is an administrator already.");
          }
          NewAccount account = newAccounts.add(registration, hash, client);
          setup.use(Tokens.hash(token), account.user(), clock.instant());
          users.markVerified(account.user(), clock.instant());
          staff.setRoles(account.user(), Set.of("admin"), "setup link", clock.instant());
          auditStore.record(
              null,
              NewAccounts.doer(account.user(), registration.name(), client),
              "platform.set_up",
              "user",
              account.user().value(),
              null,
              null);
          return signIn(account.user(), account.tenant(), client);
        });
    adminLink.delete();
    return signIn;
  }

  /**
   * Signs a browser in.
   *
   * @param code of the authenticator app, or a recovery code; null: not given
   * @throws Problem 401 {@code bad_credentials} or {@code totp_required}, 429 {@code
   *     too_many_attempts}
   */
  public SignIn login(
      @Nullable String email, @Nullable String password, @Nullable String code, Client client) {
    User user = credentials.check(email == null ? "" : email, cut(password), code, client);
    return transactions.system(() -> {
      TenantId tenant =
          members.home(user.id()).orElseGet(() -> newAccounts.addTenant(user.id(), user.name()));
      auditStore.record(
          tenant,
          NewAccounts.doer(user.id(), user.name(), client),
          "user.signed_in",
          "user",
          user.id().value(),
          null,
          null);
      return signIn(user.id(), tenant, client);
    });
  }

  /** A longer password is nobody's; hashing it whole would only cost. */
  static String cut(@Nullable String password) {
    return password == null || password.length() > 1024 ? "" : password;
  }

  /** Ends the session of a cookie's token; nothing when there is none. */
  public void logout(@Nullable String token) {
    if (token != null) {
      sessions.close(token);
    }
  }

  private SignIn signIn(UserId user, TenantId tenant, Client client) {
    return new SignIn(sessions.open(user, tenant, client), me(user, tenant));
  }

  /** Who the actor is now. */
  public Me me(Actor actor) {
    return transactions.system(() -> me(actor.user(), actor.tenant()));
  }

  private Me me(UserId id, TenantId tenantId) {
    User user = users.byId(id).orElseThrow(Problem::notFound);
    Tenant tenant = tenants.find(tenantId).orElseThrow(Problem::notFound);
    return new Me(
        id.value(),
        user.name(),
        user.email(),
        user.emailVerified(),
        tenantId.value(),
        tenant.name(),
        members.role(tenantId, id).orElseThrow(Problem::notFound),
        staff.roles(id),
        tenant.plan(),
        user.totp(),
        user.colorScheme());
  }

  /** Sends a link to set a new password, if the address is known. Says nothing of that. */
  public void forgot(@Nullable String email, Client client) {
    limits.create(client);
    links.sendReset(Registration.email(email));
  }

  /**
   * Sets a new password by a link that was sent, and signs all browsers out.
   *
   * @throws Problem 422 {@code invalid}: the link does not work, or the password is weak
   */
  public void reset(@Nullable String token, @Nullable String password, Client client) {
    limits.check(client);
    String good = Registration.password(password, "", "");
    String hash = passwords.hash(good);
    transactions.system(() -> {
      UserId id = links.use(Purpose.RESET, token, client);
      changePassword(id, hash, null, client);
    });
  }

  private void changePassword(UserId id, String hash, @Nullable String keep, Client client) {
    User user = users.byId(id).orElseThrow(Problem::notFound);
    Instant now = clock.instant();
    users.setPassword(id, hash, now);
    credentials.forgive(user.email());
    sessions.revokeAll(id, keep);
    links.passwordWasChanged(user);
    auditStore.record(
        null,
        NewAccounts.doer(id, user.name(), client),
        "user.password_changed",
        "user",
        id.value(),
        null,
        null);
  }

  /**
   * Changes the password of somebody who knows it, and signs all other browsers out.
   *
   * @param session the id of the session to keep
   * @throws Problem 403 {@code bad_credentials}, 422 {@code invalid}, 429
   */
  public void changePassword(
      Actor actor,
      String session,
      @Nullable String current,
      @Nullable String password,
      Client client) {
    String good = Registration.password(password, actor.name(), actor.email());
    credentials.confirm(actor.email(), cut(current), client);
    String hash = passwords.hash(good);
    transactions.system(() -> changePassword(actor.user(), hash, session, client));
  }

  /**
   * Confirms an address by a link that was sent.
   *
   * @throws Problem 422 {@code invalid}: the link does not work
   */
  public void verify(@Nullable String token, Client client) {
    limits.check(client);
    transactions.system(() -> {
      UserId id = links.use(Purpose.VERIFY, token, client);
      users.markVerified(id, clock.instant());
    });
  }

  /**
   * Sends the link that confirms the address again; nothing when it is confirmed.
   *
   * @throws Problem 429 within a minute of the last one
   */
  public void resendVerification(Actor actor) {
    transactions.system(() -> {
      User user = users.byId(actor.user()).orElseThrow(Problem::notFound);
      if (!user.emailVerified()) {
        links
            .waitForVerification(user.id())
            .ifPresent(wait -> {
              throw RetryLater.tooManyAttempts(wait);
            });
        links.sendVerification(user.id(), user.name(), user.email());
      }
    });
  }

  /** Changes the actor's name; 422 for a name that is none. */
  public Me changeName(Actor actor, @Nullable String name) {
    String good = Registration.name(name);
    return transactions.system(() -> {
      users.setName(actor.user(), good);
      audit.record(actor, "user.renamed", "user", actor.user().value());
      return me(actor.user(), actor.tenant());
    });
  }

  /** Remembers {@code system}, {@code light} or {@code dark}; 422 for anything else. */
  public Me changeColorScheme(Actor actor, @Nullable String scheme) {
    if (scheme == null || !Set.of("system", "light", "dark").contains(scheme)) {
      throw Problem.invalid("/color_scheme", "Choose system, light or dark.");
    }
    return transactions.system(() -> {
      users.setColorScheme(actor.user(), scheme);
      return me(actor.user(), actor.tenant());
    });
  }
}
