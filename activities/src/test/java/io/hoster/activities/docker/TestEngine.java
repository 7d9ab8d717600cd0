package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.hoster.activities.docker.ContainerEngine.NetworkSpec;
import io.hoster.workflows.deployment.DeploymentId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The real engine for a test, under an installation of its own; removes what it made, by name.
 * Needs an engine at {@code HOSTER_TEST_DOCKER_HOST} and the image {@link TestSpecs#IMAGE} on it,
 * which {@code ./hoster lab images} builds.
 */
public final class TestEngine implements AutoCloseable {

  /** A script that runs until it is stopped. */
  public static final String FOREVER = "while true; do sleep 1; done";

  final String install = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  final DeploymentId deployment = new DeploymentId("dep_" + install);
  final String host =
      System.getenv().getOrDefault("HOSTER_TEST_DOCKER_HOST", "unix:///var/run/docker.sock");
  final DockerClient docker = DockerClients.of(host).patient();
  private final ContainerEngines engines = engines(host);

  public TestEngine() {
    try {
      docker.inspectImageCmd(TestSpecs.IMAGE).exec();
    } catch (NotFoundException e) {
      throw new IllegalStateException(TestSpecs.IMAGE + " is missing: run ./hoster lab images", e);
    }
  }

  /** The same installation's way to an engine at {@code host}. */
  public ContainerEngines engines(String host) {
    return new ContainerEngines(
        new DockerSettings(host, install, List.of("127.0.0.1")), TestSpecs.key());
  }

  public ContainerEngines engines() {
    return engines;
  }

  public ContainerEngine engine() {
    return engines.on(ContainerEngines.LOCAL);
  }

  /** A deployment that no other test has. */
  public DeploymentId deployment() {
    return deployment;
  }

  DockerEngine engineOf(String other) {
    return new DockerEngine(new DockerSettings(host, other, List.of("127.0.0.1")), TestSpecs.key());
  }

  String name(String service) {
    return name(deployment, service);
  }

  /** With what every name of this installation begins. */
  public String prefix() {
    return "hoster-" + install + "-";
  }

  /** What the container of {@code service} is called. */
  public String name(DeploymentId of, String service) {
    return "hoster-" + install + "-" + of + "-" + service + "-1";
  }

  /** Creates and starts a container that runs {@code script}. */
  public void start(DeploymentId of, String service, String script, boolean runsOnce) {
    ensureNetwork(of);
    engine()
        .ensureContainer(
            new ContainerSpec(
                name(of, service),
                of,
                "ten_test",
                1,
                TestSpecs.service(service, "sh", "-c", script),
                TestSpecs.FREE,
                "hoster-test-" + of,
                new TreeMap<>(),
                List.of(),
                null,
                runsOnce));
    engine().startContainer(name(of, service));
  }

  /** The deployment's network, in a subnet that hardly another test has. */
  String ensureNetwork(DeploymentId of) {
    String name = "hoster-test-" + of;
    boolean isThere =
        engine().inventory(Set.of()).networks().stream().anyMatch(n -> n.name().equals(name));
    int slot = ThreadLocalRandom.current().nextInt(256 * 8);
    String subnet = "10.207.%d.%d/27".formatted(slot / 8, slot % 8 * 32);
    if (!isThere) {
      engine().ensureNetwork(new NetworkSpec(name, of, "ten_test", subnet));
    }
    return subnet;
  }

  @Override
  public void close() {
    ContainerEngine.Inventory left = engine().inventory(Set.of());
    left.containers().forEach(c -> engine().removeContainer(c.name()));
    left.resting().forEach(c -> engine().removeContainer(c.name()));
    left.networks().forEach(n -> engine().removeNetwork(n.name()));
    left.volumes().forEach(v -> engine().removeVolume(v.name()));
    engines.close();
  }
}
