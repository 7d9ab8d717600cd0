package io.hoster.activities.docker;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.metering.StorageType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The container engine of one node. Every call may happen twice: creating what exists and is equal
 * adopts it, removing what is gone succeeds. Each throws {@link EngineException} with the type of
 * the failure; every remote call has a time-out.
 */
public interface ContainerEngine {

  /** What the engine says of itself; it takes its time for this. */
  EngineInfo info();

  /** What time it has: its lines, checks and readings are of its own clock. */
  Instant time();

  /** How many CPUs the node has, when the engine answers. */
  int cpus();

  /** The id of an image that is present under {@code image}; empty: it must be pulled. */
  Optional<String> imageId(String image);

  /**
   * Makes {@code image} present: pulls it where its registry answers, else takes one present under
   * that name. One that is present under a fixed tag or digest is taken without asking.
   *
   * @param progress told at most twice a second, on the calling thread
   * @param cancelled asked ten times a second; true ends the pull
   * @return the image's id
   * @throws EngineException IMAGE_MISSING, REGISTRY_UNAVAILABLE, DISK_FULL
   * @throws java.util.concurrent.CancellationException when {@code cancelled} said so
   */
  String pullImage(String image, Consumer<PullProgress> progress, BooleanSupplier cancelled);

  /** Makes the deployment's bridge network. SLOT_TAKEN when the subnet overlaps a foreign one. */
  void ensureNetwork(NetworkSpec network);

  void removeNetwork(String name);

  void ensureVolume(VolumeSpec volume);

  void removeVolume(String name);

  /** The names of the deployment's volumes. */
  List<String> volumesOf(DeploymentId deployment);

  /**
   * Creates the container, or adopts one of the same name, labels and spec hash. One of the same
   * name and this deployment but another spec is replaced. Does not start it.
   *
   * @throws EngineException ISOLATION when the guard refuses, CONFLICT when a foreign container has
   *     the name
   */
  ContainerFacts ensureContainer(ContainerSpec container);

  /** Starts it; one that runs is left alone. SLOT_TAKEN when its port is used on the node. */
  void startContainer(String name);

  /** Stops it with its signal, kills it after {@code graceSeconds}. */
  void stopContainer(String name, int graceSeconds);

  /** Removes it, running or not; its volumes stay. */
  void removeContainer(String name);

  /** Removes the container of this whole id, when it is this installation's. */
  void removeContainerExactly(String id);

  Optional<ContainerFacts> inspect(String name);

  /**
   * Runs the container's own health check once, without waiting for the engine to do it.
   *
   * @return empty when it has none, does not run, or nobody listens at its published ports yet
   * @throws java.util.concurrent.CancellationException when {@code cancelled} said so
   */
  Optional<Check> check(String name, BooleanSupplier cancelled);

  /** The containers of one deployment of this installation, by name. */
  List<ContainerFacts> containersOf(DeploymentId deployment);

  /**
   * Where on the engine's own machine the deployment's data lies: what its containers changed,
   * their logs, their volumes; each place once.
   */
  List<Place> places(DeploymentId deployment);

  /**
   * Everything on the engine that bears this installation's label. Each container costs a question
   * of its own, so only those that run and those of {@code closely} are looked at.
   */
  Inventory inventory(Set<DeploymentId> closely);

  /**
   * Calls {@code line} for each line, oldest first, on another thread, one at a time, and never
   * after this returned. A container that is absent has no lines.
   *
   * @param tail how many lines of the past; negative: all that are kept
   * @param follow whether to go on until {@code cancelled}
   */
  void logs(
      String name,
      int tail,
      @Nullable Instant since,
      boolean follow,
      Consumer<LogLine> line,
      BooleanSupplier cancelled);

  /** One reading of a running container; empty when it does not run. */
  Optional<Reading> reading(String name);

  /**
   * @param cgroupVersion 1 or 2
   */
  record EngineInfo(
      String version,
      String apiVersion,
      int cpus,
      long memoryBytes,
      int cgroupVersion,
      String rootFolder) {}

  /** How far a pull is; bytes are of all layers known so far. */
  record PullProgress(int layersDone, int layers, long bytesDone, long bytes) {}

  /**
   * @param subnet such as {@code 10.200.0.32/27}
   */
  record NetworkSpec(String name, DeploymentId deployment, String tenant, String subnet) {}

  record VolumeSpec(String name, DeploymentId deployment, String tenant, String volume) {}

  /** A folder or file on the engine's machine, and what is in it. */
  record Place(StorageType type, Path path) {}

  /** A line of a container's log. */
  record LogLine(Instant at, String stream, String text) {}

  /** A reading; network and CPU are totals since the container started. */
  record Reading(
      Instant at, long cpuNanos, long memoryBytes, long networkInBytes, long networkOutBytes) {}

  /**
   * What a health check came to.
   *
   * @param tookTooLong it was left alone after its own time-out, and may still be at work
   */
  record Check(boolean passed, boolean tookTooLong) {}

  /**
   * What is known of a container. Its environment is never part of it.
   *
   * @param state {@code created running paused restarting removing exited dead}
   * @param health {@code none starting healthy unhealthy}
   * @param exitCode of the last exit; zero while it has not exited
   * @param healthMessage the last line of the last check, or why it did not start; null: none
   * @param runsOnce it was made to end by itself
   */
  record ContainerFacts(
      String name,
      String id,
      String deployment,
      String service,
      String image,
      String imageId,
      long specGeneration,
      String specHash,
      String state,
      String health,
      int exitCode,
      boolean outOfMemory,
      int restarts,
      @Nullable String healthMessage,
      @Nullable Instant startedAt,
      boolean runsOnce) {}

  /**
   * What this installation has on the engine, with the deployments that the labels name.
   *
   * @param containers that were looked at
   * @param resting containers that do not run and were not looked at
   */
  record Inventory(
      List<ContainerFacts> containers,
      List<Resting> resting,
      List<Owned> networks,
      List<Owned> volumes) {

    /** A container that does not run; nothing more was asked. */
    public record Resting(String name, String id, String deployment) {}

    /** An object and the deployment its label names. */
    public record Owned(String name, String deployment) {}
  }
}
