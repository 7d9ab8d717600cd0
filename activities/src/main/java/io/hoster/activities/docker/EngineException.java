package io.hoster.activities.docker;

import io.hoster.workflows.FailureType;
import org.jspecify.annotations.Nullable;

/** A call to a node's engine failed; the type says whether trying again can help. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureType type;

  /**
   * @param message what, which object, what the engine answered; never an environment
   */
  public EngineException(FailureType type, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  public FailureType type() {
    return type;
  }
}
