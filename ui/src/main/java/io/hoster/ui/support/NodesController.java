package io.hoster.ui.support;

import io.hoster.ui.api.Page;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.node.NodeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nodes for programs of operators. */
@WebRole
@Tag(name = "Staff")
@RestController
@RequestMapping("/api/v1/admin/nodes")
class NodesController {

  private final NodesService nodes;
  private final CurrentActor current;

  NodesController(NodesService nodes, CurrentActor current) {
    this.nodes = nodes;
    this.current = current;
  }

  /** Every node, oldest first. */
  @Operation(summary = "Every node, with what is promised and used on it")
  @GetMapping
  Page<StaffNode> all() {
    return Page.whole(nodes.all(current.require()));
  }

  /** One node with its containers. */
  @Operation(summary = "One node with its containers")
  @GetMapping("/{id}")
  StaffNode get(@PathVariable NodeId id) {
    return nodes.get(current.require(), id);
  }
}
