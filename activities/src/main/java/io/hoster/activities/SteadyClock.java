package io.hoster.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Goes on evenly from where the machine's clock stood at the start: a clock that is set back or
 * forth meanwhile makes no wait longer or shorter. For spans; what is written down has the
 * database's time.
 */
public final class SteadyClock extends Clock {

  private final Instant start = Clock.systemUTC().instant();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
