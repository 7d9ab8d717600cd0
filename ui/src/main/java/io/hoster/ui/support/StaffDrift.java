package io.hoster.ui.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.store.node.DriftRow;
import io.hoster.workflows.deployment.DeploymentWorkflow;
import io.hoster.workflows.node.DriftKind.Choice;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.NodeWorkflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference between rows and the world, as operators see it.
 *
 * @param repaired whether the platform repairs it by itself
 * @param choices what may be decided: {@code remove recreate repair leave}
 * @param outcome what came of the decision
 */
record StaffDrift(
    String id,
    String nodeId,
    String kind,
    @Nullable String deploymentId,
    @Nullable String deploymentName,
    String object,
    String wanted,
    String found,
    boolean repaired,
    List<String> choices,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String decision,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String decidedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String outcome,
    int sightings,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant closedAt,
    String workflowId,
    String workflowLink) {

  static StaffDrift of(DriftRow row, WorkflowLinks links) {
    String workflow =
        row.deployment() == null
            ? NodeWorkflow.idOf(new NodeId(row.node()))
            : DeploymentWorkflow.idOf(row.deployment());
    return new StaffDrift(
        row.id(),
        row.node(),
        row.kind().word(),
        row.deployment() == null ? null : row.deployment().value(),
        row.deploymentName(),
        row.object(),
        row.wanted(),
        row.found(),
        row.kind().isRepaired(),
        row.kind().choices().stream().map(Choice::word).toList(),
        row.decision(),
        row.decidedBy(),
        row.outcome(),
        row.sightings(),
        row.firstSeenAt(),
        row.lastSeenAt(),
        row.closedAt(),
        workflow,
        links.run(workflow));
  }
}
