package io.hoster.workflows.deployment;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One service of a plan, as the file asks for it.
 *
 * @param command null: the image's own
 * @param entrypoint null: the image's own
 * @param environment names to values, secrets in the clear
 * @param nanoCpus 10^9 is one CPU; zero when the file does not say
 * @param memoryBytes zero when the file does not say
 * @param pidsLimit zero when the file does not say
 * @param user null: the image's own
 * @param workingDir null: the image's own
 * @param stopSignal null: the image's own
 * @param stopGraceSeconds how long a stop waits before it kills, 0 to 120
 * @param aliases names beside its own under which the other services reach it
 */
public record ServicePlan(
    String name,
    String image,
    @Nullable List<String> command,
    @Nullable List<String> entrypoint,
    SortedMap<String, String> environment,
    List<PortSpec> ports,
    List<MountSpec> volumes,
    List<String> networks,
    List<Dependency> dependsOn,
    @Nullable HealthCheckSpec healthcheck,
    long nanoCpus,
    long memoryBytes,
    long pidsLimit,
    boolean readOnly,
    @Nullable String user,
    @Nullable String workingDir,
    boolean init,
    @Nullable String stopSignal,
    int stopGraceSeconds,
    List<String> aliases) {

  /** A service without aliases. */
  public ServicePlan(
      String name,
      String image,
      @Nullable List<String> command,
      @Nullable List<String> entrypoint,
      SortedMap<String, String> environment,
      List<PortSpec> ports,
      List<MountSpec> volumes,
      List<String> networks,
      List<Dependency> dependsOn,
      @Nullable HealthCheckSpec healthcheck,
      long nanoCpus,
      long memoryBytes,
      long pidsLimit,
      boolean readOnly,
      @Nullable String user,
      @Nullable String workingDir,
      boolean init,
      @Nullable String stopSignal,
      int stopGraceSeconds) {
    this(
        name,
        image,
        command,
        entrypoint,
        environment,
        ports,
        volumes,
        networks,
        dependsOn,
        healthcheck,
        nanoCpus,
        memoryBytes,
        pidsLimit,
        readOnly,
        user,
        workingDir,
        init,
        stopSignal,
        stopGraceSeconds,
        List.of());
  }

  /** What another service waits for. */
  public enum Condition {
    STARTED,
    HEALTHY,
    COMPLETED
  }

  /** This service starts after {@code service} has reached {@code condition}. */
  public record Dependency(String service, Condition condition) {}

  /**
   * A port inside the container.
   *
   * @param protocol {@code tcp} or {@code udp}
   */
  public record PortSpec(int containerPort, String protocol) {}

  /**
   * Where a volume or a memory file system is mounted.
   *
   * @param volume the declared volume's name; null for a memory file system
   * @param target absolute clean path in the container
   * @param sizeBytes of a memory file system; zero for a volume
   */
  public record MountSpec(
      @Nullable String volume, String target, boolean readOnly, long sizeBytes) {}

  /**
   * How Docker asks whether the service is well.
   *
   * @param test {@code CMD} or {@code CMD-SHELL} first, as Docker takes it; {@code NONE} alone
   *     switches the image's own check off; empty: the image's own test
   * @param startIntervalMillis zero when the file does not say
   */
  public record HealthCheckSpec(
      List<String> test,
      long intervalMillis,
      long timeoutMillis,
      long startPeriodMillis,
      long startIntervalMillis,
      int retries) {}
}
