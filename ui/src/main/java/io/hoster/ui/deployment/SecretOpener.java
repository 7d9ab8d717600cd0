package io.hoster.ui.deployment;

import io.hoster.workflows.tenant.TenantId;

/** Opens an app's secret, inside a transaction of its tenant. */
@FunctionalInterface
public interface SecretOpener {

  /**
   * The secret's text.
   *
   * @throws IllegalStateException when it is gone or does not open
   */
  String open(TenantId tenant, String secret);
}
