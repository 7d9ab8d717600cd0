package io.hoster.ui.support;

import io.hoster.store.node.NodeUse;
import java.time.Instant;

/** A container of an app, as it was last seen. */
record StaffContainer(
    String name,
    String deployment,
    String deploymentName,
    String tenant,
    String tenantName,
    String state,
    String health,
    int restarts,
    Instant checkedAt) {

  static StaffContainer of(NodeUse.Container container) {
    return new StaffContainer(
        container.name(),
        container.deployment(),
        container.deploymentName(),
        container.tenant(),
        container.tenantName(),
        container.state(),
        container.health(),
        container.restarts(),
        container.checkedAt());
  }
}
