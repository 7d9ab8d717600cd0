package io.hoster.store.tenant;

import io.hoster.workflows.tenant.TenantId;

/** Who owns things. */
public record Tenant(TenantId id, String name, String plan, boolean suspended) {}
