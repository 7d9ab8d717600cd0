package io.hoster.ui.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.store.node.NodeRow;
import io.hoster.store.node.NodeUse;
import io.hoster.workflows.node.NodeWorkflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as staff see it; what was never seen is null.
 *
 * @param reservedCpus what the plans of the apps on it promise them, in CPUs
 * @param usedCpus as sampled within the last three minutes
 * @param containers 500 at most, those that are not well first; absent in lists
 */
record StaffNode(
    String id,
    String name,
    String origin,
    String status,
    @Nullable String statusReason,
    @Nullable String dockerVersion,
    @Nullable Integer cpus,
    @Nullable Long memoryBytes,
    @Nullable Long diskBytes,
    @Nullable Long diskFreeBytes,
    double reservedCpus,
    long reservedMemoryBytes,
    @Nullable Double usedCpus,
    @Nullable Long usedMemoryBytes,
    long portsLeased,
    long portsFree,
    long portsForeign,
    long deployments,
    @Nullable Instant lastSeenAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StaffContainer> containers,
    String workflowId,
    String workflowLink) {

  private static final double NANO = 1e9;
  private static final double PERCENT = 100;

  static StaffNode of(NodeRow row, NodeUse use, WorkflowLinks links) {
    String workflow = NodeWorkflow.idOf(row.id());
    Double percent = use.usedCpuPercent();
    return new StaffNode(
        row.id().value(),
        row.name(),
        row.origin(),
        row.status(),
        row.statusReason(),
        row.dockerVersion(),
        row.cpus(),
        row.memoryBytes(),
        row.diskBytes(),
        row.diskFreeBytes(),
        use.reservedNanoCpus() / NANO,
        use.reservedMemoryBytes(),
        percent == null ? null : percent / PERCENT,
        use.usedMemoryBytes(),
        use.portsLeased(),
        use.portsFree(),
        use.portsForeign(),
        row.deployments(),
        row.lastSeenAt(),
        use.containers().stream().map(StaffContainer::of).toList(),
        workflow,
        links.run(workflow));
  }
}
