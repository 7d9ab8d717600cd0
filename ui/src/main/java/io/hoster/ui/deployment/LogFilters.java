package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentRow;
import io.hoster.ui.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads which lines are asked for from an address. */
final class LogFilters {

  private static final int USUAL = 200;

  private LogFilters() {}

  /** Throws 422 for a service that the deployment does not have. */
  static @Nullable String service(DeploymentRow row, @Nullable String service) {
    if (service == null || service.isBlank()) {
      return null;
    }
    if (row.services().stream().noneMatch(known -> known.name().equals(service))) {
      throw Problem.invalid("/service", "This deployment has no such service.");
    }
    return service;
  }

  static int tail(@Nullable Integer tail) {
    if (tail == null) {
      return USUAL;
    }
    if (tail < 1 || tail > LogService.MOST) {
      throw Problem.invalid("/tail", "The tail must be from 1 to " + LogService.MOST + ".");
    }
    return tail;
  }

  static @Nullable Instant since(@Nullable String since) {
    if (since == null || since.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(since).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.invalid("/since", "The time must look like 2026-11-20T21:04:12Z.");
    }
  }
}
