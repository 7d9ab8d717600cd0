package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.MemberStore;
import io.hoster.store.tenant.SessionStore;
import io.hoster.store.tenant.Tenant;
import io.hoster.store.tenant.TenantStore;
import io.hoster.store.tenant.TokenStore;
import io.hoster.store.tenant.User;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who belongs to a tenant. Owners decide; everybody may leave. */
@WebRole
@Service
public final class MemberService {

  private final WebTransactions transactions;
  private final MemberStore members;
  private final TenantStore tenants;
  private final UserStore users;
  private final TokenStore tokens;
  private final SessionStore sessions;
  private final NewAccounts accounts;
  private final Audit audit;
  private final Clock clock;

  MemberService(
      WebTransactions transactions,
      MemberStore members,
      TenantStore tenants,
      UserStore users,
      TokenStore tokens,
      SessionStore sessions,
      NewAccounts accounts,
      Audit audit,
      Clock clock) {
    this.transactions = transactions;
    this.members = members;
    this.tenants = tenants;
    this.users = users;
    this.tokens = tokens;
    this.sessions = sessions;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A member.
   *
   * @param id the user's
   * @param role {@code owner} or {@code member}
   * @param totp whether a second factor is asked of them
   */
  public record Member(
      String id, String name, String email, String role, boolean totp, Instant createdAt) {}

  /** The members of the actor's tenant, the first one first. */
  public List<Member> list(Actor actor) {
    return transactions.tenant(actor.tenant(), () -> members.list(actor.tenant())).stream()
        .map(m ->
            new Member(m.user().value(), m.name(), m.email(), m.role(), m.totp(), m.createdAt()))
        .toList();
  }

  /** The tenants that the actor is a member of. */
  public List<Tenant> tenants(Actor actor) {
    return transactions.system(() -> tenants.of(actor.user()));
  }

  /**
   * Lets a session act for another of the actor's tenants.
   *
   * @throws Problem 404 when the actor is no member of it
   */
  public void switchTo(Actor actor, String session, TenantId tenant) {
    transactions.system(() -> {
      if (members.role(tenant, actor.user()).isEmpty()) {
        throw Problem.notFound();
      }
      sessions.moveTo(actor.user(), session, tenant);
    });
  }

  /**
   * Takes a member out: an owner anybody, everybody themselves. Tokens for the tenant end; browsers
   * go on with another tenant of the user.
   *
   * @throws Problem 403 {@code forbidden}, 404, 409 {@code last_owner}
   */
  public void remove(Actor actor, UserId user) {
    if (!actor.owner() && !actor.user().equals(user)) {
      throw Problem.forbidden("forbidden", "Only an owner may remove somebody else.");
    }
    transactions.system(() -> removeMember(actor, user));
  }

  private void removeMember(Actor actor, UserId user) {
    TenantId tenant = actor.tenant();
    int owners = members.lockOwners(tenant);
    String role = members.role(tenant, user).orElseThrow(Problem::notFound);
    if (role.equals("owner") && owners == 1) {
      throw Problem.conflict(
          "last_owner", "An account needs an owner. Invite another owner first.");
    }
    members.remove(tenant, user);
    tokens.revokeAll(tenant, user, clock.instant());
    sessions.moveAll(user, tenant, homeOf(user));
    audit.record(actor, "member.removed", "user", user.value());
  }

  private TenantId homeOf(UserId user) {
    return members
        .home(user)
        .orElseGet(
            () -> accounts.addTenant(user, users.byId(user).map(User::name).orElse("Account")));
  }
}
