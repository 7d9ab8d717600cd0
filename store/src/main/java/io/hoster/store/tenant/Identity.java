package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a session or token stands for, at this moment.
 *
 * @param credential the id of the session ({@code ses_…}) or token ({@code tok_…})
 * @param role {@code owner} or {@code member} of the tenant
 * @param scopes what the credential may do
 * @param lastSeen when the credential was used before; null: never
 */
public record Identity(
    String credential,
    UserId user,
    String name,
    String email,
    boolean emailVerified,
    TenantId tenant,
    String role,
    Set<String> staffRoles,
    Set<String> scopes,
    @Nullable Instant lastSeen) {}
