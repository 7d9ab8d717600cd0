package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant, as staff see it.
 *
 * @param suspendedAt null: it is not suspended
 * @param deployments that are not gone
 * @param running of them
 * @param suspended of them
 * @param owner the address of one of its owners; null: it has none
 */
public record TenantRow(
    TenantId id,
    String name,
    String plan,
    @Nullable Instant suspendedAt,
    @Nullable String suspendedReason,
    Instant createdAt,
    int deployments,
    int running,
    int suspended,
    @Nullable String owner) {}
