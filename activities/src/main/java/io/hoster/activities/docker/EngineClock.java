package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What time an engine has, by which it stamps what containers write and when it checked them; asked
 * once a minute.
 */
final class EngineClock extends Clock {

  private static final Duration ASKED_EVERY = Duration.ofMinutes(1);

  private final DockerClient docker;
  private volatile @Nullable Reading last;

  EngineClock(DockerClient docker) {
    this.docker = docker;
  }

  private record Reading(Instant time, long nanos) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  @Override
  public Instant instant() {
    Reading reading = last;
    if (reading == null || reading.age().compareTo(ASKED_EVERY) > 0) {
      reading = ask();
      last = reading;
    }
    return reading.time().plus(reading.age());
  }

  private Reading ask() {
    String time = docker.infoCmd().exec().getSystemTime();
    return new Reading(
        time == null ? Clock.systemUTC().instant() : OffsetDateTime.parse(time).toInstant(),
        System.nanoTime());
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
