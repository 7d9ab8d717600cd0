package io.hoster.workflows.deployment;

import java.util.List;

/**
 * What a compose file came to once it was compiled: the containers, volumes and networks to make.
 * Holds secret values in the services' environments, so it never enters a workflow's history and
 * never leaves the worker.
 *
 * @param services in dependency order: a service stands after all it depends on
 * @param volumes names as the file declares them
 * @param networks names as the file declares them; they become aliases on one network
 */
public record DeploymentPlan(
    List<ServicePlan> services, List<String> volumes, List<String> networks) {

  public DeploymentPlan {
    services = List.copyOf(services);
    volumes = List.copyOf(volumes);
    networks = List.copyOf(networks);
  }

  /** Whether others wait for {@code service} to end well: it runs once and stays ended. */
  public boolean runsOnce(String service) {
    return services.stream()
        .flatMap(other -> other.dependsOn().stream())
        .anyMatch(
            d -> d.service().equals(service) && d.condition() == ServicePlan.Condition.COMPLETED);
  }
}
