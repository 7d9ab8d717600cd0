package io.hoster.activities.docker;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.ServicePlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A container to begin with; tests change what they are about. */
final class TestSpecs {

  static final String IMAGE = "busybox:1.35.0";
  static final ContainerSpec.Limits FREE =
      new ContainerSpec.Limits(500_000_000L, 512L << 20, 128, 50_000_000L);

  private TestSpecs() {}

  static SpecKey key() {
    return new SpecKey(new byte[32]);
  }

  static ServicePlan service(String name, String... command) {
    return new ServicePlan(
        name,
        IMAGE,
        List.of(command),
        null,
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        0,
        32L << 20,
        0,
        false,
        null,
        null,
        true,
        null,
        1);
  }

  /** A service {@code web} that runs a script with what few plans say. */
  static ServicePlan with(
      String script,
      boolean readOnly,
      List<ServicePlan.MountSpec> mounts,
      List<ServicePlan.FileSpec> files,
      ServicePlan.Wishes wishes) {
    ServicePlan s = service("web", "sh", "-c", script);
    return new ServicePlan(
        s.name(),
        s.image(),
        s.command(),
        null,
        s.environment(),
        s.ports(),
        mounts,
        s.networks(),
        s.dependsOn(),
        null,
        0,
        s.memoryBytes(),
        0,
        readOnly,
        null,
        null,
        true,
        null,
        1,
        List.of(),
        files,
        wishes);
  }

  static ContainerSpec container(String name, DeploymentId deployment, ServicePlan service) {
    return container(name, deployment, service, 1, new TreeMap<>(), List.of());
  }

  static ContainerSpec container(
      String name,
      DeploymentId deployment,
      ServicePlan service,
      long generation,
      SortedMap<String, String> volumes,
      List<ContainerSpec.Published> published) {
    return new ContainerSpec(
        name,
        deployment,
        "ten_test",
        generation,
        service,
        FREE,
        "hoster-test-" + deployment,
        volumes,
        published,
        null);
  }
}
