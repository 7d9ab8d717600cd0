package io.hoster.workflows.node;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Looks after one node for as long as it exists: makes it known, then watches it. Its id is {@code
 * node/nod_…}; the local node's runs from the first start on.
 */
@WorkflowInterface
public interface NodeWorkflow {

  /** Which node. */
  record NodeInput(NodeId node) {}

  static String idOf(NodeId node) {
    return "node/" + node.value();
  }

  /** Never returns: each run ends in a fresh one. */
  @WorkflowMethod
  void run(NodeInput input);
}
