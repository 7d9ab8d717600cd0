package io.hoster.store.node;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to apps on a node, what they use, and their containers.
 *
 * @param reservedNanoCpus by the plans of those whose apps run or are about to
 * @param usedCpuPercent of one CPU, as sampled within the last three minutes; null: nothing was
 * @param usedMemoryBytes likewise
 */
public record NodeUse(
    long reservedNanoCpus,
    long reservedMemoryBytes,
    @Nullable Double usedCpuPercent,
    @Nullable Long usedMemoryBytes,
    long portsLeased,
    long portsFree,
    long portsForeign,
    List<Container> containers) {

  public NodeUse {
    containers = List.copyOf(containers);
  }

  /** A container as it was last seen. */
  public record Container(
      String name,
      String deployment,
      String deploymentName,
      String tenant,
      String tenantName,
      String state,
      String health,
      int restarts,
      Instant checkedAt) {}
}
