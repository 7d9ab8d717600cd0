package io.hoster.ui.tenant;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.AuditStore;
import io.hoster.store.tenant.PlanQueries;
import io.hoster.store.tenant.StaffStore;
import io.hoster.store.tenant.Tenant;
import io.hoster.store.tenant.TenantStore;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.api.ApiJson;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What staff see and decide about accounts. */
@WebRole
@Service
public final class StaffService {

  private static final Set<String> ROLES = Set.of("support", "finance", "operator", "admin");

  private final WebTransactions transactions;
  private final UserStore users;
  private final TenantStore tenants;
  private final PlanQueries plans;
  private final StaffStore staff;
  private final AuditStore audit;
  private final ApiJson json;
  private final Clock clock;

  StaffService(
      WebTransactions transactions,
      UserStore users,
      TenantStore tenants,
      PlanQueries plans,
      StaffStore staff,
      AuditStore audit,
      ApiJson json,
      Clock clock) {
    this.transactions = transactions;
    this.users = users;
    this.tenants = tenants;
    this.plans = plans;
    this.staff = staff;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** A user, as staff see one. */
  public record ListedUser(
      String id,
      String name,
      String email,
      boolean emailVerified,
      Set<String> staffRoles,
      Set<String> tenants,
      Instant createdAt) {}

  /** A tenant's plan. */
  public record TenantPlan(String tenantId, String plan) {}

  /** A user's roles. */
  public record UserRoles(String id, Set<String> staffRoles) {}

  /**
   * Throws 404 for whoever is no staff at all, who shall not learn what there is, and 403 for staff
   * without one of {@code roles} that are no administrators.
   *
   * @param roles none: any staff role will do
   */
  public static void require(Actor actor, StaffRole... roles) {
    if (actor.staffRoles().isEmpty()) {
      throw Problem.notFound();
    }
    boolean may = roles.length == 0 && !actor.staffRoles().isEmpty();
    for (StaffRole role : roles) {
      may |= actor.isStaff(role);
    }
    if (!may) {
      throw Problem.forbidden("forbidden", "Your staff role does not allow this.");
    }
  }

  /** Users whose name or address contains {@code text}, newest first; for all staff. */
  public Page<ListedUser> users(Actor actor, @Nullable String text, Cursor cursor, int limit) {
    require(actor);
    List<UserStore.Listed> rows =
        transactions.system(() ->
            users.search(text == null ? "" : text.strip(), cursor.at(), cursor.id(), limit + 1));
    return Page.of(
        rows,
        limit,
        row ->
            new ListedUser(
                row.id().value(),
                row.name(),
                row.email(),
                row.emailVerified(),
                row.staffRoles(),
                row.tenants(),
                row.createdAt()),
        row -> new Cursor(row.createdAt(), row.id().value()));
  }

  /**
   * Gives a user exactly these staff roles; for administrators.
   *
   * @throws Problem 403, 404, 409 {@code last_admin}, 422 {@code invalid}
   */
  public UserRoles setRoles(Actor actor, UserId user, @Nullable List<@Nullable String> asked) {
    require(actor, StaffRole.ADMIN);
    Set<String> roles = roles(asked);
    return transactions.system(() -> {
      if (users.byId(user).isEmpty()) {
        throw Problem.notFound();
      }
      int administrators = staff.lockAdministrators();
      Set<String> before = staff.roles(user);
      if (before.contains("admin") && !roles.contains("admin") && administrators == 1) {
        throw Problem.conflict(
            "last_admin", "There must be an administrator. Make somebody else one first.");
      }
      staff.setRoles(user, roles, actor.user().value(), clock.instant());
      audit.record(
          null,
          Audit.doer(actor),
          "staff.roles_set",
          "user",
          user.value(),
          json.write(before),
          json.write(roles));
      return new UserRoles(user.value(), roles);
    });
  }

  private static Set<String> roles(@Nullable List<@Nullable String> asked) {
    if (asked == null) {
      throw Problem.invalid("/staff_roles", "This field is missing.");
    }
    Set<String> roles = new TreeSet<>();
    for (String role : asked) {
      String known = role == null ? "" : role.toLowerCase(Locale.ROOT);
      if (!ROLES.contains(known)) {
        throw Problem.invalid(
            "/staff_roles", "Staff roles are support, finance, operator and admin.");
      }
      roles.add(known);
    }
    return roles;
  }

  /**
   * Puts a tenant on a plan, without an invoice; for finance.
   *
   * @throws Problem 403, 404, 422 {@code invalid}
   */
  public TenantPlan setPlan(Actor actor, TenantId tenant, @Nullable String plan) {
    require(actor, StaffRole.FINANCE);
    return transactions.system(() -> {
      if (plan == null || plans.find(plan).isEmpty()) {
        throw Problem.invalid("/plan", "There is no such plan.");
      }
      Tenant before = tenants.find(tenant).orElseThrow(Problem::notFound);
      tenants.setPlan(tenant, plan);
      audit.record(
          tenant,
          Audit.doer(actor),
          "tenant.plan_set",
          "tenant",
          tenant.value(),
          json.write(before.plan()),
          json.write(plan));
      return new TenantPlan(tenant.value(), plan);
    });
  }
}
