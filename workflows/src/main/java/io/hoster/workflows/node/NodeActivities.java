package io.hoster.workflows.node;

import io.temporal.activity.ActivityInterface;

/** What a node's workflow has done for it. */
@ActivityInterface
public interface NodeActivities {

  /** Makes the machine the platform runs on known, with its ports and subnets; twice is once. */
  void registerLocalNode(NodeId node);

  /**
   * Watches the node for about an hour: writes what it is, how its containers are and what they
   * use. Heartbeats; a node that is away is recorded, not a failure.
   */
  void watchNode(NodeId node);
}
