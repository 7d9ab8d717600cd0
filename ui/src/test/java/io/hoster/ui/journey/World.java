package io.hoster.ui.journey;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ContainerPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What an installation made on the Docker engine, as the engine itself tells it. */
final class World implements AutoCloseable {

  private static final String INSTALL = "io.hoster.install";
  private static final String DEPLOYMENT = "io.hoster.deployment";
  private static final String FOREIGN_IMAGE = "busybox:1.35.0";

  private static final Pattern PASSWORD = Pattern.compile("^\\w*PASSWORD=.");

  private final String install;
  private final DockerClient docker;

  /** {@code engine} is where it takes requests. */
  World(String install, String engine) {
    this.install = install;
    DockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(engine)
            .withDockerTlsVerify(false)
            .build();
    this.docker =
        DockerClientImpl.getInstance(
            config,
            new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .connectionTimeout(Duration.ofSeconds(5))
                .responseTimeout(Duration.ofSeconds(60))
                .build());
    requireEngine();
  }

  /** The engine that tests use. */
  static String engine() {
    return System.getenv().getOrDefault("HOSTER_TEST_DOCKER_HOST", "unix:///var/run/docker.sock");
  }

  /** Copies images from the engine that tests use to this one. */
  void copyImages(World from, List<String> images) {
    for (String image : images) {
      from.requireImage(image);
      try (InputStream saved = from.docker.saveImageCmd(image).exec()) {
        docker.loadImageCmd(saved).exec();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      requireImage(image);
    }
  }

  /** Another name of an image, until it is closed. */
  final class Tag implements AutoCloseable {

    private final String name;

    private Tag(String image, String name) {
      this.name = name;
      int colon = name.lastIndexOf(':');
      docker.tagImageCmd(image, name.substring(0, colon), name.substring(colon + 1)).exec();
    }

    @Override
    public void close() {
      docker.removeImageCmd(name).withForce(true).exec();
    }
  }

  /** Makes {@code image} present under another name. */
  Tag tag(String image, String name) {
    return new Tag(image, name);
  }

  /** A file of an image. */
  byte[] file(String image, String path) {
    String container = docker.createContainerCmd(image).exec().getId();
    try (TarArchiveInputStream files =
        new TarArchiveInputStream(docker.copyArchiveFromContainerCmd(container, path).exec())) {
      files.getNextEntry();
      return files.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      docker.removeContainerCmd(container).exec();
    }
  }

  /** Takes an image from the engine, if it has it. */
  void removeImage(String name) {
    try {
      docker.removeImageCmd(name).withForce(true).exec();
    } catch (NotFoundException e) {
      // it was not pulled
    }
  }

  /** Runs a command in a container; returns when it has ended. */
  void run(String container, String... command) {
    String id = docker.execCreateCmd(container).withCmd(command).exec().getId();
    try {
      docker.execStartCmd(id).exec(new ResultCallback.Adapter<Frame>()).awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As somebody does who is not the platform; an engine starts such a container no more. */
  void kill(String container) {
    docker.killContainerCmd(container).exec();
  }

  /** As somebody does who is not the platform. */
  void remove(String container) {
    docker.removeContainerCmd(container).withForce(true).exec();
  }

  /** A container of somebody else, which is gone when this is closed. */
  final class Foreign implements AutoCloseable {

    private final String id;

    private Foreign(String id) {
      this.id = id;
    }

    boolean isThere() {
      return docker.listContainersCmd().withShowAll(true).exec().stream()
          .anyMatch(container -> container.getId().equals(id));
    }

    @Override
    public void close() {
      remove(id);
    }
  }

  /** Somebody else's container takes a name. */
  Foreign foreignNamed(String name) {
    return new Foreign(docker.createContainerCmd(FOREIGN_IMAGE).withName(name).exec().getId());
  }

  /** Somebody else's container runs on a network. */
  Foreign foreignOn(String network) {
    HostConfig host = HostConfig.newHostConfig().withNetworkMode(network);
    CreateContainerResponse made =
        docker
            .createContainerCmd(FOREIGN_IMAGE)
            .withHostConfig(host)
            .withCmd("sleep", "600")
            .exec();
    docker.startContainerCmd(made.getId()).exec();
    return new Foreign(made.getId());
  }

  private void requireEngine() {
    try {
      docker.pingCmd().exec();
    } catch (RuntimeException e) {
      throw new IllegalStateException("A Docker engine is missing: run ./hoster test", e);
    }
  }

  /** Fails loudly when an image that an app needs is not there. */
  void requireImage(String image) {
    try {
      docker.inspectImageCmd(image).exec();
    } catch (DockerException e) {
      throw new IllegalStateException(image + " is missing: run ./hoster test", e);
    }
  }

  /**
   * A container.
   *
   * @param ports of the node that lead to it
   */
  record Running(String name, String state, Set<Integer> ports) {}

  /** All that bears a deployment's label, each list sorted by name. */
  record Made(List<Running> containers, List<String> networks, List<String> volumes) {}

  /** What there is of a deployment. */
  Made of(String deployment) {
    return new Made(
        containers(DEPLOYMENT + "=" + deployment).stream().map(World::running).toList(),
        networks(DEPLOYMENT + "=" + deployment).stream().map(Network::getName).sorted().toList(),
        volumes(DEPLOYMENT + "=" + deployment).stream()
            .map(InspectVolumeResponse::getName)
            .sorted()
            .toList());
  }

  /**
   * Creates a container like {@code model} for each of these deployments, and starts none.
   *
   * @param names of the containers by deployment
   */
  void createLike(String model, Map<String, String> names) {
    InspectContainerResponse like = docker.inspectContainerCmd(model).exec();
    ContainerConfig config = Objects.requireNonNull(like.getConfig());
    names.entrySet().parallelStream()
        .forEach(one -> {
          Map<String, String> labels = new HashMap<>(config.getLabels());
          labels.put(DEPLOYMENT, one.getKey());
          docker
              .createContainerCmd(config.getImage())
              .withName(one.getValue())
              .withCmd(config.getCmd())
              .withEnv(config.getEnv())
              .withLabels(labels)
              .withHostConfig(like.getHostConfig())
              .exec();
        });
  }

  /** The state of every container, by name. */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    containers().stream().map(World::running).forEach(one -> states.put(one.name(), one.state()));
    return states;
  }

  /** When the engine last ended a check of a container's health; empty: not yet. */
  String lastCheck(String container) {
    List<HealthStateLog> checks =
        docker.inspectContainerCmd(container).exec().getState().getHealth().getLog();
    return checks.isEmpty() ? "" : checks.getLast().getEnd();
  }

  /**
   * All that bears this installation's label, a line each that begins with the deployment's id:
   * {@code container NAME STATE}, {@code port N} of those that run, {@code network NAME}, {@code
   * subnet CIDR}, {@code volume NAME}.
   */
  Set<String> objects() {
    Set<String> lines = new TreeSet<>();
    containers()
        .forEach(container -> {
          Running running = running(container);
          String owner = container.getLabels().get(DEPLOYMENT);
          lines.add(owner + " container " + running.name() + " " + running.state());
          running.ports().forEach(port -> lines.add(owner + " port " + port));
        });
    networks()
        .forEach(network -> {
          String owner = network.getLabels().get(DEPLOYMENT);
          lines.add(owner + " network " + network.getName());
          network
              .getIpam()
              .getConfig()
              .forEach(at -> lines.add(owner + " subnet " + at.getSubnet()));
        });
    volumes()
        .forEach(volume ->
            lines.add(volume.getLabels().get(DEPLOYMENT) + " volume " + volume.getName()));
    return lines;
  }

  /** What a deployment's containers sign in with, as they were given it. */
  Set<String> passwords(String deployment) {
    Set<String> passwords = new TreeSet<>();
    for (Container container : containers(DEPLOYMENT + "=" + deployment)) {
      String[] environment =
          docker.inspectContainerCmd(container.getId()).exec().getConfig().getEnv();
      Arrays.stream(Objects.requireNonNullElse(environment, new String[0]))
          .filter(variable -> PASSWORD.matcher(variable).find())
          .forEach(variable -> passwords.add(variable.replaceFirst("^[^=]*=", "")));
    }
    return passwords;
  }

  /** A volume that looks like this installation's, until it is closed. */
  final class Stray implements AutoCloseable {

    private final String name;

    private Stray(String deployment) {
      this.name = "hoster-" + install + "-stray-" + deployment;
      docker
          .createVolumeCmd()
          .withName(name)
          .withLabels(Map.of(INSTALL, install, DEPLOYMENT, deployment))
          .exec();
    }

    @Override
    public void close() {
      docker.removeVolumeCmd(name).exec();
    }
  }

  Stray stray(String deployment) {
    return new Stray(deployment);
  }

  private static Running running(Container container) {
    Set<Integer> ports = new TreeSet<>();
    Arrays.stream(container.getPorts())
        .map(ContainerPort::getPublicPort)
        .filter(Objects::nonNull)
        .forEach(ports::add);
    return new Running(container.getNames()[0].substring(1), container.getState(), ports);
  }

  private List<Container> containers(String... more) {
    return docker.listContainersCmd().withShowAll(true).withLabelFilter(labels(more)).exec();
  }

  private List<Network> networks(String... more) {
    return docker.listNetworksCmd().withFilter("label", labels(more)).exec();
  }

  private List<InspectVolumeResponse> volumes(String... more) {
    return Objects.requireNonNullElse(
        docker.listVolumesCmd().withFilter("label", labels(more)).exec().getVolumes(), List.of());
  }

  private List<String> labels(String... more) {
    return Stream.concat(Stream.of(INSTALL + "=" + install), Stream.of(more)).toList();
  }

  /** Removes everything of this installation and nothing else. */
  void clear() {
    containers()
        .forEach(c ->
            docker.removeContainerCmd(c.getId()).withForce(true).withRemoveVolumes(true).exec());
    networks().forEach(network -> docker.removeNetworkCmd(network.getId()).exec());
    volumes().forEach(volume -> docker.removeVolumeCmd(volume.getName()).exec());
  }

  @Override
  public void close() {
    try {
      docker.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
