package io.hoster.workflows;

/** The closed list of why something failed; each says whether trying again can help. */
public enum FailureType {
  /** The image is neither in its registry nor on the node. */
  IMAGE_MISSING(false),
  /** The registry did not answer, or not in time. */
  REGISTRY_UNAVAILABLE(true),
  /** The node's container engine did not answer. */
  ENGINE_UNAVAILABLE(true),
  /** The engine is busy with the same object, such as a removal in progress. */
  ENGINE_BUSY(true),
  /** A port or subnet slot turned out to be used by something else; another is taken. */
  SLOT_TAKEN(true),
  /** Something of that name exists and is not what was asked for. */
  CONFLICT(false),
  /** The engine refused the request as wrong. */
  INVALID_REQUEST(false),
  /** The last line of isolation refused a container. */
  ISOLATION(false),
  /** A container exited when it should run. */
  CONTAINER_EXITED(true),
  /** A container did not become healthy in time. */
  NOT_HEALTHY(true),
  /** The disk of the node is full. */
  DISK_FULL(false),
  /** No node can take the deployment. */
  NO_CAPACITY(false),
  /** The plan's limit is reached. */
  PLAN_LIMIT(false),
  /** The template does not compile with the given values. */
  TEMPLATE_INVALID(false),
  /** No live edge has taken over the route. */
  EDGE_UNAVAILABLE(true),
  /** PostgreSQL did not answer. */
  STORE_UNAVAILABLE(true),
  /** A newer operation has taken over; this writer stops. */
  SUPERSEDED(false),
  /** Not foreseen; tried again, and a person looks when that does not help. */
  UNEXPECTED(true);

  private final boolean retried;

  FailureType(boolean retried) {
    this.retried = retried;
  }

  /** Whether the same call may succeed later. */
  public boolean isRetried() {
    return retried;
  }
}
