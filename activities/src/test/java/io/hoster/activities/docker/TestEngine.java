package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.hoster.workflows.deployment.DeploymentId;
import java.util.Locale;
import java.util.UUID;

/**
 * The real engine for a test, under an installation of its own; removes what it made, by name.
 * Needs an engine at {@code HOSTER_TEST_DOCKER_HOST} and the image {@link TestSpecs#IMAGE} on it,
 * which {@code ./hoster lab images} builds.
 */
final class TestEngine implements AutoCloseable {

  final String install = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  final DeploymentId deployment = new DeploymentId("dep_" + install.toLowerCase(Locale.ROOT));
  final String host =
      System.getenv().getOrDefault("HOSTER_TEST_DOCKER_HOST", "unix:///var/run/docker.sock");
  final DockerClients clients = DockerClients.of(host);
  final DockerClient docker = clients.patient();
  final DockerEngine engine = engine(install);

  TestEngine() {
    try {
      docker.inspectImageCmd(TestSpecs.IMAGE).exec();
    } catch (NotFoundException e) {
      throw new IllegalStateException(TestSpecs.IMAGE + " is missing: run ./hoster lab images", e);
    }
  }

  DockerEngine engine(String name) {
    return new DockerEngine(new DockerSettings(host, name), TestSpecs.key());
  }

  String name(String part) {
    return "hoster-" + install + "-" + deployment + "-" + part + "-1";
  }

  @Override
  public void close() {
    ContainerEngine.Inventory left = engine.inventory();
    left.containers().forEach(c -> engine.removeContainer(c.name()));
    left.networks().forEach(n -> engine.removeNetwork(n.name()));
    left.volumes().forEach(v -> engine.removeVolume(v.name()));
    engine.close();
    clients.close();
  }
}
