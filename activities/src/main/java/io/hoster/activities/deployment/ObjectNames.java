package io.hoster.activities.deployment;

import io.hoster.workflows.deployment.DeploymentId;

/** What Docker objects are called: the same inputs, the same name, in every attempt. */
final class ObjectNames {

  private ObjectNames() {}

  static boolean isOnSide(String container, int side) {
    return container.endsWith("-" + side);
  }

  /**
   * @param side of the deployment, 1 or 2
   */
  static String container(String install, DeploymentId deployment, String service, int side) {
    return prefix(install, deployment) + "-" + service + "-" + side;
  }

  static String network(String install, DeploymentId deployment, int side) {
    return prefix(install, deployment) + (side == 1 ? "-net" : "-net" + side);
  }

  static String volume(String install, DeploymentId deployment, String volume) {
    return prefix(install, deployment) + "-vol-" + volume;
  }

  private static String prefix(String install, DeploymentId deployment) {
    return "hoster-" + install + "-" + deployment.value();
  }
}
