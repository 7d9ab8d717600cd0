package io.hoster.workflows;

/** The queues, each with the reason why it is one of its own. */
public final class TaskQueues {

  /** Workflows and activities that only touch the database: nothing slow ever waits here. */
  public static final String CONTROL = "control";

  /** Docker on nodes: long, heartbeating; a slow pull must not hold up the rest. */
  public static final String NODE_OPS = "node-ops";

  /** One endless activity a node, so that these never use up the slots of the others. */
  public static final String NODE_WATCH = "node-watch";

  private TaskQueues() {}
}
