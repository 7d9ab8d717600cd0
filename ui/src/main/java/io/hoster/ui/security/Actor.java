package io.hoster.ui.security;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for which tenant, and with which rights; the first parameter of every service call.
 *
 * @param owner whether the user owns the tenant; else a member
 * @param scopes {@code read}, {@code write}; a session has both
 * @param requestId null outside a request
 * @param requestKey the request's {@code Idempotency-Key}: the same again asks for the same; null:
 *     none
 * @param address the client's, as the trusted edge saw it; null outside a request
 */
public record Actor(
    UserId user,
    String name,
    String email,
    boolean emailVerified,
    TenantId tenant,
    boolean owner,
    Set<StaffRole> staffRoles,
    Set<String> scopes,
    @Nullable String requestId,
    @Nullable String requestKey,
    @Nullable String address) {

  /** What staff may see and do; an administrator is every other role too. */
  public enum StaffRole {
    SUPPORT,
    FINANCE,
    OPERATOR,
    ADMIN
  }

  public Actor {
    staffRoles = Set.copyOf(staffRoles);
    scopes = Set.copyOf(scopes);
  }

  /** Whether the actor has {@code role}, by itself or as administrator. */
  public boolean isStaff(StaffRole role) {
    return staffRoles.contains(role) || staffRoles.contains(StaffRole.ADMIN);
  }

  /** The same person of the staff, at work on another tenant's rows, under a name that says so. */
  public Actor actingFor(TenantId other) {
    return new Actor(
        user,
        name + " (Hoster)",
        email,
        emailVerified,
        other,
        false,
        staffRoles,
        scopes,
        requestId,
        requestKey,
        address);
  }
}
