package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;

/**
 * A deployment of a template.
 *
 * @param version that runs, or is to run
 * @param trial whether it goes away by itself
 */
public record TemplateUserRow(
    TenantId tenant,
    DeploymentId deployment,
    String name,
    TemplateVersionId version,
    boolean trial) {}
