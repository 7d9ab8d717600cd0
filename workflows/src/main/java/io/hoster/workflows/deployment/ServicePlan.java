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
 * @param files what is put into the container before it starts
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
    List<String> aliases,
    List<FileSpec> files,
    Wishes wishes) {

  /** A service without files and wishes. */
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
      int stopGraceSeconds,
      List<String> aliases) {
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
        aliases,
        List.of(),
        Wishes.NONE);
  }

  /** A service without aliases, files and wishes. */
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

  /** The same service with another environment. */
  public ServicePlan withEnvironment(SortedMap<String, String> other) {
    return new ServicePlan(
        name,
        image,
        command,
        entrypoint,
        other,
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
        aliases,
        files,
        wishes);
  }

  /** The same service under other further names. */
  public ServicePlan withAliases(List<String> other) {
    return new ServicePlan(
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
        other,
        files,
        wishes);
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
   * @param noCopy a new volume starts empty instead of with what the image has there
   */
  public record MountSpec(
      @Nullable String volume, String target, boolean readOnly, long sizeBytes, boolean noCopy) {

    /** One that starts as the engine's volumes do. */
    public MountSpec(@Nullable String volume, String target, boolean readOnly, long sizeBytes) {
      this(volume, target, readOnly, sizeBytes, false);
    }
  }

  /**
   * A file that is in the container before it starts.
   *
   * @param target absolute clean path in the container; of a service that is readOnly not in its
   *     topmost folder
   * @param content at most 256 KiB of UTF-8
   * @param mode such as 0444
   * @param secret the content is a secret in the clear
   */
  public record FileSpec(
      String target, String content, int mode, int uid, int gid, boolean secret) {

    /** The folder that it is in. */
    public String folder() {
      return target.substring(0, target.lastIndexOf('/'));
    }

    @Override
    public String toString() {
      return "FileSpec[target=%s, content=***, mode=%o]".formatted(target, mode);
    }
  }

  /**
   * What few services say.
   *
   * @param shmBytes of /dev/shm; zero when the file does not say
   * @param openFiles null when the file does not say
   * @param platform such as {@code linux/amd64}; null: the node's own
   */
  public record Wishes(
      long shmBytes,
      @Nullable OpenFiles openFiles,
      boolean tty,
      boolean stdinOpen,
      @Nullable String platform) {

    /** Nothing. */
    public static final Wishes NONE = new Wishes(0, null, false, false, null);
  }

  /** How many files a process may have open, and up to how many it may raise that itself. */
  public record OpenFiles(long soft, long hard) {}

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
