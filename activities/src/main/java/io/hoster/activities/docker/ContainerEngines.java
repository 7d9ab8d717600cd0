package io.hoster.activities.docker;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.NodeRuns;

/** Leads to the engine of a node. Connections are made when they are needed. */
public final class ContainerEngines implements AutoCloseable {

  /** The node of the machine that the platform runs on. */
  public static final NodeId LOCAL = NodeRuns.LOCAL;

  private final DockerEngine local;

  public ContainerEngines(DockerSettings settings, SpecKey key) {
    local = new DockerEngine(settings, key);
  }

  /**
   * The engine of {@code node}.
   *
   * @throws EngineException INVALID_REQUEST when no way leads to that node
   */
  public ContainerEngine on(NodeId node) {
    if (node.equals(LOCAL)) {
      return local;
    }
    throw new EngineException(
        FailureType.INVALID_REQUEST, "Node " + node + " cannot be reached from here.", null);
  }

  @Override
  public void close() {
    local.close();
  }
}
