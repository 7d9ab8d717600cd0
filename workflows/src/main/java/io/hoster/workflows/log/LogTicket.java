package io.hoster.workflows.log;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;

/** Leave to open one deployment's log stream until {@code expiresAt}; an open stream goes on. */
public record LogTicket(TenantId tenant, DeploymentId deployment, Instant expiresAt) {}
