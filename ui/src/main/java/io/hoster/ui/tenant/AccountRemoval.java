package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.InvitationStore;
import io.hoster.store.tenant.MemberStore;
import io.hoster.store.tenant.SessionStore;
import io.hoster.store.tenant.StaffStore;
import io.hoster.store.tenant.Tenant;
import io.hoster.store.tenant.TenantStore;
import io.hoster.store.tenant.TokenStore;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.SecondFactor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Ends an account. The row of the user stays, without the person, because invoices and the audit
 * refer to it.
 */
@WebRole
@Service
public final class AccountRemoval {

  private final WebTransactions transactions;
  private final Credentials credentials;
  private final UserStore users;
  private final TenantStore tenants;
  private final MemberStore members;
  private final InvitationStore invitations;
  private final TokenStore tokens;
  private final SessionStore sessions;
  private final StaffStore staff;
  private final SecondFactor secondFactor;
  private final Audit audit;
  private final Clock clock;

  AccountRemoval(
      WebTransactions transactions,
      Credentials credentials,
      UserStore users,
      TenantStore tenants,
      MemberStore members,
      InvitationStore invitations,
      TokenStore tokens,
      SessionStore sessions,
      StaffStore staff,
      SecondFactor secondFactor,
      Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.credentials = credentials;
    this.users = users;
    this.tenants = tenants;
    this.members = members;
    this.invitations = invitations;
    this.tokens = tokens;
    this.sessions = sessions;
    this.staff = staff;
    this.secondFactor = secondFactor;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends the actor's account.
   *
   * @throws Problem 403 {@code bad_credentials}, 409 {@code in_use} while something is there or
   *     paid for, {@code last_owner} or {@code last_admin}, 429
   */
  public void remove(Actor actor, @Nullable String password, Client client) {
    credentials.confirm(actor.email(), AccountService.cut(password), client);
    transactions.system(() -> remove(actor));
  }

  private void remove(Actor actor) {
    UserId user = actor.user();
    Instant now = clock.instant();
    users.lock(user);
    requireAnotherAdministrator(user);
    for (Tenant tenant : tenants.of(user)) {
      leave(user, tenant, now);
    }
    staff.setRoles(user, Set.of(), user.value(), now);
    tokens.revokeAll(user, now);
    sessions.revokeAll(user, null, now);
    secondFactor.remove(user);
    users.erase(user, now);
    audit.record(actor, "user.deleted", "user", user.value());
  }

  private void requireAnotherAdministrator(UserId user) {
    if (staff.lockAdministrators() == 1 && staff.roles(user).contains("admin")) {
      throw Problem.conflict(
          "last_admin", "You are the only administrator. Make somebody else one first.");
    }
  }

  private void leave(UserId user, Tenant tenant, Instant now) {
    int owners = members.lockOwners(tenant.id());
    boolean owner = members.role(tenant.id(), user).filter("owner"::equals).isPresent();
    if (owner && owners == 1) {
      requireEmpty(tenant);
      invitations.revokeAll(tenant.id(), now);
    }
    members.remove(tenant.id(), user);
  }

  private void requireEmpty(Tenant tenant) {
    if (members.list(tenant.id()).size() > 1) {
      throw Problem.conflict(
          "last_owner", "Others work in “" + tenant.name() + "”. Make one of them an owner first.");
    }
    if (tenants.hasBelongings(tenant.id()) || !tenant.plan().equals("free")) {
      throw Problem.conflict(
          "in_use", "Delete your apps and nodes and end your plan first. Nothing was deleted.");
    }
  }
}
