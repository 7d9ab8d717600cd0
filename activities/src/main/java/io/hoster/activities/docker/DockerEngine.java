package io.hoster.activities.docker;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One engine over its unix socket, put together from a class for each kind of object. */
final class DockerEngine implements ContainerEngine, AutoCloseable {

  private final DockerClients clients;
  private final Clock clock;
  private final DockerContainers containers;
  private final DockerChecks checks;
  private final DockerNetworks networks;
  private final DockerVolumes volumes;
  private final DockerImages images;
  private final DockerLogs logs;
  private final DockerReadings readings;
  private final DockerPlaces places;

  DockerEngine(DockerSettings settings, SpecKey key) {
    Labels labels = new Labels(settings.install());
    clients = DockerClients.of(settings.dockerHost());
    clock = new EngineClock(clients.quick());
    containers = new DockerContainers(clients, labels, new SpecHash(key), clock);
    checks = new DockerChecks(clients);
    networks = new DockerNetworks(clients.quick(), labels);
    volumes = new DockerVolumes(clients.quick(), labels);
    images = new DockerImages(clients, new Registries(settings.innerRegistries()));
    logs = new DockerLogs(clients.streams());
    readings = new DockerReadings(clients.raw());
    places = new DockerPlaces(clients.raw());
  }

  @Override
  public EngineInfo info() {
    return DockerFailures.calling(
        "asking the engine about itself",
        () -> {
          Info info = clients.quick().infoCmd().exec();
          Version version = clients.quick().versionCmd().exec();
          return new EngineInfo(
              String.valueOf(version.getVersion()),
              String.valueOf(version.getApiVersion()),
              info.getNCPU() == null ? 1 : info.getNCPU(),
              info.getMemTotal() == null ? 0 : info.getMemTotal(),
              "2".equals(info.getCGroupVersion()) ? 2 : 1,
              String.valueOf(info.getDockerRootDir()));
        });
  }

  @Override
  public Instant time() {
    return DockerFailures.calling("asking the engine for its time", clock::instant);
  }

  @Override
  public int cpus() {
    return DockerFailures.calling(
        "asking the engine for an answer",
        () -> {
          clients.quick().pingCmd().exec();
          return containers.cpus();
        });
  }

  @Override
  public Optional<String> imageId(String image) {
    return images.id(image);
  }

  @Override
  public String pullImage(
      String image, Consumer<PullProgress> progress, BooleanSupplier cancelled) {
    return images.pull(image, progress, cancelled);
  }

  @Override
  public void ensureNetwork(NetworkSpec network) {
    networks.ensure(network);
  }

  @Override
  public void removeNetwork(String name) {
    networks.remove(name);
  }

  @Override
  public void ensureVolume(VolumeSpec volume) {
    volumes.ensure(volume);
  }

  @Override
  public void removeVolume(String name) {
    volumes.remove(name);
  }

  @Override
  public List<String> volumesOf(DeploymentId deployment) {
    return volumes.of(deployment);
  }

  @Override
  public ContainerFacts ensureContainer(ContainerSpec container) {
    return containers.ensure(container);
  }

  @Override
  public void startContainer(String name) {
    containers.start(name);
  }

  @Override
  public void stopContainer(String name, int graceSeconds) {
    containers.stop(name, graceSeconds);
  }

  @Override
  public void removeContainer(String name) {
    containers.remove(name);
  }

  @Override
  public void removeContainerExactly(String id) {
    containers.removeExactly(id);
  }

  @Override
  public Optional<ContainerFacts> inspect(String name) {
    return containers.inspect(name);
  }

  @Override
  public Optional<Check> check(String name, BooleanSupplier cancelled) {
    return checks.run(name, cancelled);
  }

  @Override
  public List<ContainerFacts> containersOf(DeploymentId deployment) {
    return containers.of(deployment);
  }

  @Override
  public List<Place> places(DeploymentId deployment) {
    return DockerFailures.calling(
        "looking where the data of " + deployment + " lies",
        () ->
            places.of(
                containers.of(deployment).stream().map(ContainerFacts::id).toList(),
                info().rootFolder()));
  }

  @Override
  public Inventory inventory(Set<DeploymentId> closely) {
    DockerContainers.All all = containers.all(closely);
    return new Inventory(all.looked(), all.resting(), networks.all(), volumes.all());
  }

  @Override
  public void logs(
      String name,
      int tail,
      @Nullable Instant since,
      boolean follow,
      Consumer<LogLine> line,
      BooleanSupplier cancelled) {
    logs.read(name, tail, since, follow, line, cancelled);
  }

  @Override
  public Optional<Reading> reading(String name) {
    return readings.of(name);
  }

  @Override
  public void close() {
    clients.close();
  }
}
