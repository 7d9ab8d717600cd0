package io.hoster.activities.docker;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.ServicePlan;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A container to make: a service of the plan and where it stands.
 *
 * @param name {@code hoster-<install>-<deployment id>-<service>-1}
 * @param generation the deployment's spec generation, raised by deploy and redeploy only
 * @param limits what the plan allows; the service's own wishes are clamped to it
 * @param network the deployment's network's name; the service's name and networks are aliases on it
 * @param volumes declared name to the engine's volume name
 * @param published ports on the node's loopback
 */
public record ContainerSpec(
    String name,
    DeploymentId deployment,
    String tenant,
    long generation,
    ServicePlan service,
    Limits limits,
    String network,
    SortedMap<String, String> volumes,
    List<Published> published,
    @Nullable String runtime) {

  public ContainerSpec {
    published = List.copyOf(published);
  }

  /** What one container may use. */
  public record Limits(long nanoCpus, long memoryBytes, long pids, long diskBytesPerSecond) {}

  /** A container port bound to 127.0.0.1 on the node. */
  public record Published(int nodePort, int containerPort, String protocol) {}
}
