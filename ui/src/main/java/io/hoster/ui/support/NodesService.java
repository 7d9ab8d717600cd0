package io.hoster.ui.support;

import io.hoster.store.WebTransactions;
import io.hoster.store.node.NodeQueries;
import io.hoster.store.node.NodeRow;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.StaffService;
import io.hoster.workflows.node.NodeId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Nodes as operators see them. */
@WebRole
@Service
class NodesService {

  private static final int CONTAINERS = 500;

  private final WebTransactions transactions;
  private final NodeQueries nodes;
  private final WorkflowLinks links;

  NodesService(WebTransactions transactions, NodeQueries nodes, WorkflowLinks links) {
    this.transactions = transactions;
    this.nodes = nodes;
    this.links = links;
  }

  /** Every node, oldest first, without its containers. */
  List<StaffNode> all(Actor actor) {
    StaffService.require(actor, StaffRole.OPERATOR);
    return transactions.system(() -> nodes.all().stream().map(row -> shown(row, 0)).toList());
  }

  private StaffNode shown(NodeRow row, int containers) {
    return StaffNode.of(row, nodes.use(row.id(), containers), links);
  }

  /** One node with its containers; Problem 404 when there is none. */
  StaffNode get(Actor actor, NodeId node) {
    StaffService.require(actor, StaffRole.OPERATOR);
    return transactions.system(
        () -> nodes.any(node).map(row -> shown(row, CONTAINERS)).orElseThrow(Problem::notFound));
  }
}
