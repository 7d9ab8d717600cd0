package io.hoster.activities.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far each container's log was read; the engine stamps lines to the nanosecond. */
final class LogPositions {

  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  void advance(String container, Instant at) {
    last.merge(container, at, (a, b) -> a.isAfter(b) ? a : b);
  }

  Optional<Instant> of(String container) {
    return Optional.ofNullable(last.get(container));
  }

  /** Whether a line of {@code at} comes after all that were read. */
  boolean isNew(String container, Instant at) {
    Instant read = last.get(container);
    return read == null || at.isAfter(read);
  }
}
