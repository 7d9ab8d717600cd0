package io.hoster.activities.deployment;

import io.hoster.workflows.deployment.DeploymentId;

/** What Docker objects are called: the same inputs, the same name, in every attempt. */
final class ObjectNames {

  private ObjectNames() {}

  static String container(String install, DeploymentId deployment, String service) {
    return prefix(install, deployment) + "-" + service + "-1";
  }

  static String network(String install, DeploymentId deployment) {
    return prefix(install, deployment) + "-net";
  }

  static String volume(String install, DeploymentId deployment, String volume) {
    return prefix(install, deployment) + "-vol-" + volume;
  }

  private static String prefix(String install, DeploymentId deployment) {
    return "hoster-" + install + "-" + deployment.value();
  }
}
