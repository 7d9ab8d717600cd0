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
 * @param network the deployment's network's name; on it the service answers to its name, to its
 *     plan's aliases, and to {@code service.network} for each network of the file
 * @param volumes declared name to the engine's volume name
 * @param published ports on the node's loopback
 * @param runtime null: the engine's own
 * @param runsOnce it is to end by itself and is then not started again: another service waits for
 *     its completion
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
    @Nullable String runtime,
    boolean runsOnce) {

  public ContainerSpec {
    published = List.copyOf(published);
  }

  /** A container that is to run until it is stopped. */
  public ContainerSpec(
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
    this(
        name,
        deployment,
        tenant,
        generation,
        service,
        limits,
        network,
        volumes,
        published,
        runtime,
        false);
  }

  /** What one container may use. */
  public record Limits(long nanoCpus, long memoryBytes, long pids, long diskBytesPerSecond) {}

  /** A container port bound to 127.0.0.1 on the node. */
  public record Published(int nodePort, int containerPort, String protocol) {}
}
