package io.hoster.activities.deployment;

import io.hoster.workflows.FailureType;
import org.jspecify.annotations.Nullable;

/** A step cannot go on; the message is a sentence for the customer. */
final class StepFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureType type;

  StepFailure(FailureType type, String message) {
    this(type, message, null);
  }

  StepFailure(FailureType type, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  FailureType type() {
    return type;
  }
}
