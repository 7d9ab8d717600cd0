package io.hoster.activities.caddy;

import java.time.Instant;

/** Whether the Caddy beside this process serves what PostgreSQL says. */
public sealed interface EdgeHealth {

  /** Nothing was tried yet. */
  record Unknown() implements EdgeHealth {}

  /** Caddy serves by {@code revision}, and did when it was last asked. */
  record InStep(long revision, Instant since) implements EdgeHealth {}

  /** It does not, or it cannot be known; tried again by itself within seconds. */
  record Behind(String reason, Instant since) implements EdgeHealth {}
}
