package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes health checks that sleep. A Docker engine before 23.0 that was started again beside
 * containers which outlived it checks none of them any more
 * (https://github.com/moby/moby/issues/41871, read and tried with 20.10.24 on 2026-11-25): what it
 * said last it would say for ever. It begins again when a container was paused for a moment.
 */
final class HealthChecks {

  private static final Logger log = LoggerFactory.getLogger(HealthChecks.class);

  /** What the engine takes where the check names none. */
  private static final Duration USUAL = Duration.ofSeconds(30);

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final DockerClient docker;
  private final Clock clock;

  /**
   * By container, the check before the sleep: each sleep is ended once, whatever the clocks say.
   */
  private final Map<String, Instant> woken = new ConcurrentHashMap<>();

  HealthChecks(DockerClient docker, Clock clock) {
    this.docker = docker;
    this.clock = clock;
  }

  /** Wakes the container's check if it sleeps. */
  void wake(InspectContainerResponse found) {
    if (isPaused(found)) {
      unpause(found.getId()); // nobody pauses but this class, and it died before the end
      return;
    }
    asleepSince(found, clock.instant())
        .filter(since -> !since.equals(woken.put(found.getId(), since)))
        .ifPresent(since -> wake(found, since));
  }

  private void wake(InspectContainerResponse found, Instant since) {
    try {
      docker.pauseContainerCmd(found.getId()).exec();
      log.info("Health check woken: container={} silent_since={}", Facts.name(found), since);
    } catch (ConflictException | NotFoundException e) {
      log.debug("Container went meanwhile: container={}", Facts.name(found));
    } finally {
      unpause(found.getId());
    }
  }

  private void unpause(String id) {
    try {
      docker.unpauseContainerCmd(id).exec();
    } catch (ConflictException | NotFoundException e) {
      log.debug("Container was not paused: id={}", id);
    }
  }

  /** Forgets all containers but these. */
  void retain(Set<String> ids) {
    woken.keySet().retainAll(ids);
  }

  private static boolean isPaused(InspectContainerResponse found) {
    ContainerState state = found.getState();
    return state != null && Boolean.TRUE.equals(state.getPaused());
  }

  /** When the check ended last, if the next two are overdue. */
  static Optional<Instant> asleepSince(InspectContainerResponse found, Instant now) {
    ContainerConfig config = found.getConfig();
    ContainerState state = found.getState();
    HealthCheck check = config == null ? null : config.getHealthcheck();
    if (check == null || state == null || !Boolean.TRUE.equals(state.getRunning())) {
      return Optional.empty();
    }
    Duration round = duration(check.getInterval()).plus(duration(check.getTimeout()));
    HealthState health = state.getHealth();
    return health == null
        ? Optional.empty()
        : lastLook(state, health)
            .filter(last -> last.plus(round.multipliedBy(2)).plus(GRACE).isBefore(now));
  }

  private static Optional<Instant> lastLook(ContainerState state, HealthState health) {
    Optional<Instant> started = instant(state.getStartedAt());
    Optional<Instant> checked =
        health.getLog() == null || health.getLog().isEmpty()
            ? Optional.empty()
            : Optional.<HealthStateLog>of(health.getLog().getLast())
                .flatMap(last -> instant(last.getEnd()));
    return checked.filter(at -> started.isEmpty() || at.isAfter(started.get())).or(() -> started);
  }

  private static Duration duration(@Nullable Long nanos) {
    return nanos == null || nanos == 0 ? USUAL : Duration.ofNanos(nanos);
  }

  private static Optional<Instant> instant(@Nullable String text) {
    return text == null || text.isEmpty() || text.startsWith("0001-")
        ? Optional.empty()
        : Optional.of(OffsetDateTime.parse(text).toInstant());
  }
}
