package io.hoster.workflows.deployment;

import java.util.List;
import java.util.Locale;

/** How a deployment that should run is doing. */
public enum DeploymentHealth {
  /** Every service does what it should. */
  HEALTHY,
  /** Some service is not well, or not yet. */
  DEGRADED,
  /** No service is well. */
  UNHEALTHY,
  /** Its node is away: nobody knows. */
  UNAVAILABLE,
  /** It is not meant to run, or nothing was seen yet. */
  UNKNOWN;

  /** How one service is doing. */
  public enum ServiceHealth {
    WELL,
    STARTING,
    BAD,
    /** It ended by itself as it should and counts no more. */
    COMPLETED;

    /**
     * What a container's state comes to.
     *
     * @param state the engine's word, or {@code missing}
     * @param health {@code none starting healthy unhealthy}
     * @param runsOnce it was made to end by itself
     */
    public static ServiceHealth of(String state, String health, boolean runsOnce, int exitCode) {
      if (runsOnce && state.equals("exited") && exitCode == 0) {
        return COMPLETED;
      }
      if (!state.equals("running") || health.equals("unhealthy")) {
        return BAD;
      }
      return health.equals("starting") ? STARTING : WELL;
    }
  }

  /** What the services' health comes to. */
  public static DeploymentHealth of(List<ServiceHealth> services) {
    List<ServiceHealth> counted =
        services.stream().filter(s -> s != ServiceHealth.COMPLETED).toList();
    if (counted.isEmpty()) {
      return services.isEmpty() ? UNKNOWN : HEALTHY;
    }
    if (counted.stream().allMatch(s -> s == ServiceHealth.WELL)) {
      return HEALTHY;
    }
    return counted.stream().allMatch(s -> s == ServiceHealth.BAD) ? UNHEALTHY : DEGRADED;
  }

  /** As the rows and the API say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
