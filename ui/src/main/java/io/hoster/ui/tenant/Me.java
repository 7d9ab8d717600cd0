package io.hoster.ui.tenant;

import java.util.Set;

/**
 * Who is signed in, as the API and the pages show it.
 *
 * @param role {@code owner} or {@code member} of the tenant
 * @param plan the id of the tenant's plan
 * @param totp whether a second factor is asked for
 * @param colorScheme {@code system}, {@code light} or {@code dark}
 */
public record Me(
    String id,
    String name,
    String email,
    boolean emailVerified,
    String tenantId,
    String tenantName,
    String role,
    Set<String> staffRoles,
    String plan,
    boolean totp,
    String colorScheme) {}
