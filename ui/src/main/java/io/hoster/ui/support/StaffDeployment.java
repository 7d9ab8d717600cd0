package io.hoster.ui.support;

import io.hoster.store.deployment.DeploymentRow;

/** A tenant's deployment, in brief. */
record StaffDeployment(String id, String name, String status, String health, String host) {

  static StaffDeployment of(DeploymentRow row) {
    return new StaffDeployment(
        row.id().value(), row.name(), row.status(), row.health(), row.host());
  }
}
