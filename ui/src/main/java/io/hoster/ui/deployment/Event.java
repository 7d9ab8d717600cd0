package io.hoster.ui.deployment;

import io.hoster.store.deployment.EventRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a deployment. */
public record Event(
    Instant at, String type, String message, @Nullable String actor, @Nullable String operationId) {

  static Event of(EventRow row) {
    return new Event(row.at(), row.type(), row.message(), row.actor(), row.operation());
  }
}
