package io.hoster.ui.tenant;

import io.hoster.store.Ids;
import io.hoster.store.tenant.AuditStore;
import io.hoster.store.tenant.MemberStore;
import io.hoster.store.tenant.TenantStore;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import org.springframework.stereotype.Component;

/** Makes a user together with a tenant of their own, in a transaction of the platform. */
@WebRole
@Component
final class NewAccounts {

  private static final String FIRST_PLAN = "free";

  private final UserStore users;
  private final TenantStore tenants;
  private final MemberStore members;
  private final AuditStore audit;

  NewAccounts(UserStore users, TenantStore tenants, MemberStore members, AuditStore audit) {
    this.users = users;
    this.tenants = tenants;
    this.members = members;
    this.audit = audit;
  }

  /** A new user and the tenant they own. */
  record NewAccount(UserId user, TenantId tenant) {}

  NewAccount add(Registration registration, String passwordHash, Client client) {
    UserId user = new UserId(Ids.fresh("usr"));
    boolean added =
        users.add(
            user,
            registration.name(),
            registration.email(),
            Registration.key(registration.email()),
            passwordHash);
    if (!added) {
      throw Problem.conflict(
          "email_taken", "There is an account with this e-mail address. Sign in instead.");
    }
    TenantId tenant = addTenant(user, registration.name());
    audit.record(
        tenant,
        doer(user, registration.name(), client),
        "user.registered",
        "user",
        user.value(),
        null,
        null);
    return new NewAccount(user, tenant);
  }

  /** A tenant named after its only owner. */
  TenantId addTenant(UserId user, String name) {
    TenantId tenant = new TenantId(Ids.fresh("ten"));
    tenants.add(tenant, name, FIRST_PLAN);
    members.add(tenant, user, "owner");
    return tenant;
  }

  static AuditStore.Doer doer(UserId user, String name, Client client) {
    return new AuditStore.Doer(user, name, null, client.requestId(), client.address());
  }
}
