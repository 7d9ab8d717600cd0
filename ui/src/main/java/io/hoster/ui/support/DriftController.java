package io.hoster.ui.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.store.node.DriftRow;
import io.hoster.ui.Problem;
import io.hoster.ui.api.Limit;
import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentWorkflow;
import io.hoster.workflows.node.DriftKind.Choice;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.NodeWorkflow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drift for programs of operators. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin/drift")
class DriftController {

  private final DriftService drift;
  private final CurrentActor current;

  DriftController(DriftService drift, CurrentActor current) {
    this.drift = drift;
    this.current = current;
  }

  /**
   * A difference.
   *
   * @param repaired whether the platform repairs it by itself
   * @param choices what may be decided: {@code remove recreate repair leave}
   * @param outcome what came of the decision
   */
  record Listed(
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
      String workflowId,
      String workflowLink) {

    static Listed of(DriftRow row) {
      String workflow =
          row.deployment() == null
              ? NodeWorkflow.idOf(new NodeId(row.node()))
              : DeploymentWorkflow.idOf(row.deployment());
      return new Listed(
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
          workflow,
          WorkflowLinks.run(workflow));
    }
  }

  /** What differs now, oldest first. */
  @Operation(summary = "What differs between rows and the world, oldest first")
  @GetMapping
  Page<Listed> open(@RequestParam(required = false) @Nullable Integer limit) {
    return Page.whole(
        drift.open(current.require(), Limit.of(limit)).stream().map(Listed::of).toList());
  }

  /** Decides about one difference. */
  @Operation(summary = "Decides about one difference: remove, recreate, repair or leave")
  @PostMapping("/{id}/{choice}")
  Listed decide(@PathVariable String id, @PathVariable String choice) {
    Choice known =
        Arrays.stream(Choice.values())
            .filter(candidate -> candidate.word().equals(choice))
            .findFirst()
            .orElseThrow(Problem::notFound);
    return Listed.of(drift.decide(current.require(), id, known));
  }
}
