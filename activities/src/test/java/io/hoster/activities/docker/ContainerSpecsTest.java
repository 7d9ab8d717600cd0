package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import io.hoster.activities.docker.ContainerSpec.Published;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.HealthCheckSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.PortSpec;
import io.hoster.workflows.deployment.ServicePlan.Wishes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContainerSpecsTest {

  private static final DeploymentId DEPLOYMENT = new DeploymentId("dep_1");
  private static final ObjectMapper JSON =
      DockerClientConfig.getDefaultObjectMapper()
          .copy()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static CreateContainerCmd request(ContainerSpec spec, int cpus) {
    return ContainerSpecs.fill(
        new CreateContainerCmdImpl(command -> null, null, spec.service().image()),
        spec,
        new Labels("i1").container(spec, "hash"),
        cpus);
  }

  /** One with everything that a plan can say. */
  static ContainerSpec full() {
    TreeMap<String, String> environment = new TreeMap<>(Map.of("B", "2", "A", "1=1"));
    TreeMap<String, String> volumes = new TreeMap<>(Map.of("data", "hoster-i1-dep_1-vol-data"));
    ServicePlan service =
        new ServicePlan(
            "web",
            "shop:1.0",
            List.of("serve", "--all"),
            List.of("/init"),
            environment,
            List.of(new PortSpec(8080, "tcp"), new PortSpec(53, "udp")),
            List.of(
                new MountSpec("data", "/data", true, 0),
                new MountSpec(null, "/tmp", false, 1 << 20),
                new MountSpec(null, "/run", false, 0)),
            List.of("back", "front"),
            List.of(),
            new HealthCheckSpec(List.of("CMD", "true"), 5_000, 1_000, 2_000, 500, 3),
            250_000_000L,
            64L << 20,
            50,
            true,
            "10001:10001",
            "/srv",
            true,
            "SIGQUIT",
            30,
            List.of("shop"));
    return TestSpecs.container(
        "hoster-i1-dep_1-web-1",
        DEPLOYMENT,
        service,
        7,
        volumes,
        List.of(new Published(30_000, 8080, "tcp")));
  }

  @Test
  void theRequestIsTheGoldenOne() throws IOException {
    String json =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(request(full(), 4)) + "\n";
    try (var golden = getClass().getResourceAsStream("/golden/docker/container.json")) {
      assertThat(golden).as("golden file; the request is now:%n%s", json).isNotNull();
      assertThat(json).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void itAnswersToItsNameItsAliasesAndItsNameInEachNetwork() {
    assertThat(request(full(), 4).getAliases())
        .containsExactly("web", "shop", "web.back", "web.front");
  }

  @Test
  void aServiceWithoutWishesGetsThePlansLimits() {
    ContainerSpec spec = TestSpecs.container("x", DEPLOYMENT, wishing(0, 0, 0));
    var host = request(spec, 4).getHostConfig();
    assertThat(host.getNanoCPUs()).isEqualTo(500_000_000L);
    assertThat(host.getMemory()).isEqualTo(512L << 20);
    assertThat(host.getMemorySwap()).isEqualTo(512L << 20);
    assertThat(host.getPidsLimit()).isEqualTo(128);
  }

  @Test
  void wishesAboveThePlanAreClamped() {
    ContainerSpec spec =
        TestSpecs.container("x", DEPLOYMENT, wishing(8_000_000_000L, 64L << 30, 100_000));
    var host = request(spec, 4).getHostConfig();
    assertThat(host.getNanoCPUs()).isEqualTo(500_000_000L);
    assertThat(host.getMemory()).isEqualTo(512L << 20);
    assertThat(host.getPidsLimit()).isEqualTo(128);
  }

  @Test
  void noMoreCpusThanTheNodeHasAreAskedFor() {
    ContainerSpec small = TestSpecs.container("x", DEPLOYMENT, wishing(0, 0, 0));
    ContainerSpec spec =
        new ContainerSpec(
            "x",
            DEPLOYMENT,
            "ten_1",
            1,
            small.service(),
            new ContainerSpec.Limits(4_000_000_000L, 1L << 30, 100, 0),
            "net",
            new TreeMap<>(),
            List.of(),
            null);
    assertThat(request(spec, 2).getHostConfig().getNanoCPUs()).isEqualTo(2_000_000_000L);
  }

  @Test
  void onlyRootGetsCapabilities() {
    assertThat(ContainerSpecs.capabilities("10001:10001")).isEmpty();
    assertThat(ContainerSpecs.capabilities("app")).isEmpty();
    assertThat(ContainerSpecs.capabilities(null)).hasSize(7).contains(Capability.KILL);
    assertThat(ContainerSpecs.capabilities("root:root")).hasSize(7);
    assertThat(ContainerSpecs.capabilities("0:0")).hasSize(7);
  }

  @Test
  void whatIsToEndByItselfIsNotStartedAgain() {
    ContainerSpec s = full();
    ContainerSpec once =
        new ContainerSpec(
            s.name(),
            s.deployment(),
            s.tenant(),
            s.generation(),
            s.service(),
            s.limits(),
            s.network(),
            s.volumes(),
            s.published(),
            null,
            true);
    assertThat(ContainerSpecs.isRunOnce(request(once, 4).getHostConfig().getRestartPolicy()))
        .isTrue();
    assertThat(request(s, 4).getHostConfig().getRestartPolicy().getName())
        .isEqualTo("unless-stopped");
  }

  @Test
  void aVolumeThatNobodyDeclaresIsRefused() {
    ContainerSpec s = full();
    ContainerSpec without =
        TestSpecs.container("x", DEPLOYMENT, s.service(), 1, new TreeMap<>(), List.of());
    assertThatThrownBy(() -> request(without, 4)).hasMessageContaining("nobody declares");
  }

  @Test
  void wishesAreAskedForWithinTheMemory() {
    ContainerSpec spec =
        TestSpecs.container(
            "x",
            DEPLOYMENT,
            TestSpecs.with(
                "true",
                false,
                List.of(new MountSpec("data", "/data", false, 0, true)),
                List.of(),
                new Wishes(1 << 30, new OpenFiles(10, 20), true, true, null)),
            1,
            new TreeMap<>(Map.of("data", "hoster-data")),
            List.of());
    CreateContainerCmd request = request(spec, 4);
    var host = request.getHostConfig();
    assertThat(request.isTty()).isTrue();
    assertThat(request.isStdinOpen()).isTrue();
    assertThat(host.getShmSize()).isEqualTo(16L << 20);
    assertThat(host.getUlimits()).contains(new Ulimit("nofile", 10L, 20L));
    assertThat(host.getMounts())
        .singleElement()
        .satisfies(mount -> assertThat(mount.getVolumeOptions().getNoCopy()).isTrue());
  }

  @Test
  void filesGetAVolumeOnlyWhereTheEngineCannotPutThem() {
    List<FileSpec> files =
        List.of(
            new FileSpec("/etc/app/a", "x", 0444, 0, 0, false),
            new FileSpec("/run/secrets/b", "x", 0444, 0, 0, true));
    List<MountSpec> memory = List.of(new MountSpec(null, "/run", false, 1 << 20));
    assertThat(folders(false, List.of(), files)).isEmpty();
    assertThat(folders(false, memory, files)).containsExactly("/run/secrets");
    assertThat(folders(true, List.of(), files)).containsExactly("/etc/app", "/run/secrets");
  }

  private static List<String> folders(
      boolean readOnly, List<MountSpec> mounts, List<FileSpec> files) {
    ServicePlan service = TestSpecs.with("true", readOnly, mounts, files, Wishes.NONE);
    ContainerSpec spec = TestSpecs.container("x", DEPLOYMENT, service);
    CreateContainerCmd request = request(spec, 4);
    assertThat(IsolationGuard.request(request, spec)).isEmpty();
    return request.getHostConfig().getMounts().stream().map(Mount::getTarget).toList();
  }

  private static ServicePlan wishing(long nanoCpus, long memory, long pids) {
    ServicePlan s = TestSpecs.service("web", "true");
    return new ServicePlan(
        s.name(),
        s.image(),
        s.command(),
        null,
        s.environment(),
        s.ports(),
        s.volumes(),
        s.networks(),
        s.dependsOn(),
        null,
        nanoCpus,
        memory,
        pids,
        false,
        null,
        null,
        true,
        null,
        0);
  }
}
