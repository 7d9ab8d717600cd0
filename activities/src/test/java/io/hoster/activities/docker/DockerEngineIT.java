package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.activities.docker.ContainerEngine.Inventory;
import io.hoster.activities.docker.ContainerEngine.LogLine;
import io.hoster.activities.docker.ContainerEngine.NetworkSpec;
import io.hoster.activities.docker.ContainerEngine.VolumeSpec;
import io.hoster.activities.docker.ContainerSpec.Published;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.ServicePlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DockerEngineIT {

  private static final BooleanSupplier NEVER = () -> false;
  private static final String FOREVER = TestEngine.FOREVER;
  private static final Duration WAIT = Duration.ofSeconds(60);

  private final TestEngine test = new TestEngine();
  private final ContainerEngine engine = test.engine();
  private final DeploymentId deployment = test.deployment;
  private final String network = "hoster-test-" + deployment;
  private final String subnet = test.ensureNetwork(deployment);

  @AfterEach
  void close() {
    test.close();
  }

  private ContainerSpec web() {
    return TestSpecs.container(
        test.name("web"), deployment, TestSpecs.service("web", "sh", "-c", FOREVER));
  }

  private ContainerSpec web(Published published, long generation) {
    return TestSpecs.container(
        test.name("web"),
        deployment,
        TestSpecs.service("web", "sh", "-c", FOREVER),
        generation,
        new TreeMap<>(),
        List.of(published));
  }

  private static void failsWith(FailureType type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.type()).as(e.getMessage()).isEqualTo(type));
  }

  @Test
  void saysWhatItIs() {
    assertThat(engine.info().cpus()).isPositive();
    assertThat(engine.info().memoryBytes()).isPositive();
    assertThat(engine.info().version()).isNotEmpty();
    assertThat(engine.time())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  @Test
  void creatingTwiceMakesOne() {
    ContainerFacts first = engine.ensureContainer(web());
    ContainerFacts second = engine.ensureContainer(web());
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.state()).isEqualTo("created");
    assertThat(engine.containersOf(deployment)).hasSize(1);
  }

  @Test
  void creatingAtTheSameTimeMakesOne() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ContainerFacts>> all =
          List.of(
              threads.submit(() -> engine.ensureContainer(web())),
              threads.submit(() -> engine.ensureContainer(web())),
              threads.submit(() -> engine.ensureContainer(web())));
      String id = all.getFirst().get().id();
      for (Future<ContainerFacts> one : all) {
        assertThat(one.get().id()).isEqualTo(id);
      }
    }
  }

  @Test
  void anotherSpecReplacesTheContainer() {
    ContainerFacts old = engine.ensureContainer(web());
    engine.startContainer(old.name());
    ContainerFacts fresh = engine.ensureContainer(web(new Published(39_001, 80, "tcp"), 1));
    assertThat(fresh.id()).isNotEqualTo(old.id());
    assertThat(fresh.specHash()).isNotEqualTo(old.specHash());
    assertThat(engine.containersOf(deployment)).hasSize(1);
  }

  @Test
  void anotherGenerationReplacesTheContainer() {
    Published published = new Published(39_001, 80, "tcp");
    ContainerFacts old = engine.ensureContainer(web(published, 1));
    ContainerFacts fresh = engine.ensureContainer(web(published, 2));
    assertThat(fresh.id()).isNotEqualTo(old.id());
    assertThat(fresh.specGeneration()).isEqualTo(2);
  }

  @Test
  void aForeignContainerOfThatNameIsAConflictAndIsLeftAlone() {
    String id =
        test.docker.createContainerCmd(TestSpecs.IMAGE).withName(test.name("web")).exec().getId();
    try {
      failsWith(FailureType.CONFLICT, () -> engine.ensureContainer(web()));
      engine.stopContainer(test.name("web"), 0);
      engine.removeContainer(test.name("web"));
      assertThat(engine.inspect(test.name("web"))).isEmpty();
      assertThat(test.docker.inspectContainerCmd(id).exec().getId()).isEqualTo(id);
    } finally {
      test.docker.removeContainerCmd(id).withForce(true).exec();
    }
  }

  @Test
  void aPortThatIsTakenIsASlotThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      engine.ensureContainer(web(new Published(taken.getLocalPort(), 80, "tcp"), 1));
      failsWith(FailureType.SLOT_TAKEN, () -> engine.startContainer(test.name("web")));
    }
  }

  @Test
  void aSubnetThatOverlapsIsASlotThatIsTaken() {
    failsWith(
        FailureType.SLOT_TAKEN,
        () ->
            engine.ensureNetwork(new NetworkSpec(network + "-2", deployment, "ten_test", subnet)));
  }

  @Test
  void aNetworkIsMadeOnceAndRemovedAsOftenAsOneLikes() {
    engine.ensureNetwork(new NetworkSpec(network, deployment, "ten_test", subnet));
    assertThat(engine.inventory(Set.of()).networks()).hasSize(1);
    engine.removeNetwork(network);
    engine.removeNetwork(network);
    assertThat(engine.inventory(Set.of()).networks()).isEmpty();
  }

  @Test
  void aNetworkInUseIsBusy() {
    engine.ensureContainer(web());
    engine.startContainer(test.name("web"));
    failsWith(FailureType.ENGINE_BUSY, () -> engine.removeNetwork(network));
  }

  /** Many files take the engine a while to remove. */
  @Test
  void aRemovalThatIsInProgressIsBusyUntilItIsOver() throws Exception {
    String name = test.name("web");
    String script =
        "mkdir /many && cd /many && seq 1 60000 | xargs touch && touch /done; " + FOREVER;
    engine.ensureContainer(
        TestSpecs.container(name, deployment, TestSpecs.service("web", "sh", "-c", script)));
    engine.startContainer(name);
    await().atMost(WAIT).until(() -> has(name, "/done"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var removal =
          threads.submit(() -> test.docker.removeContainerCmd(name).withForce(true).exec());
      await()
          .atMost(WAIT)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> engine.inspect(name).orElseThrow().state().equals("removing"));
      failsWith(FailureType.ENGINE_BUSY, () -> engine.removeContainer(name));
      removal.get();
    }
    engine.removeContainer(name);
    assertThat(engine.inspect(name)).isEmpty();
    assertThat(engine.ensureContainer(web()).state()).isEqualTo("created");
  }

  private boolean has(String container, String path) {
    try (InputStream file = test.docker.copyArchiveFromContainerCmd(container, path).exec()) {
      return file.read() >= 0;
    } catch (NotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aVolumeKeepsItsContentAcrossContainers() {
    String volume = "hoster-" + test.install + "-data";
    VolumeSpec spec = new VolumeSpec(volume, deployment, "ten_test", "data");
    engine.ensureVolume(spec);
    engine.ensureVolume(spec);
    ServicePlan service =
        withVolume(TestSpecs.service("web", "sh", "-c", "echo once >> /data/f; " + FOREVER));
    TreeMap<String, String> volumes = new TreeMap<>();
    volumes.put("data", volume);
    for (long generation = 1; generation <= 2; generation++) {
      engine.ensureContainer(
          TestSpecs.container(
              test.name("web"), deployment, service, generation, volumes, List.of()));
      engine.startContainer(test.name("web"));
    }
    failsWith(FailureType.ENGINE_BUSY, () -> engine.removeVolume(volume));
    engine.removeContainer(test.name("web"));
    assertThat(engine.inventory(Set.of()).volumes()).hasSize(1);
    engine.removeVolume(volume);
    engine.removeVolume(volume);
    assertThat(engine.inventory(Set.of()).volumes()).isEmpty();
  }

  private static ServicePlan withVolume(ServicePlan s) {
    return new ServicePlan(
        s.name(),
        s.image(),
        s.command(),
        null,
        s.environment(),
        s.ports(),
        List.of(new ServicePlan.MountSpec("data", "/data", false, 0)),
        s.networks(),
        s.dependsOn(),
        null,
        0,
        s.memoryBytes(),
        0,
        false,
        null,
        null,
        true,
        null,
        0);
  }

  @Test
  void limitsAndIsolationAreOnTheContainer() {
    engine.ensureContainer(web(new Published(39_002, 80, "tcp"), 1));
    InspectContainerResponse made = test.docker.inspectContainerCmd(test.name("web")).exec();
    HostConfig host = made.getHostConfig();
    assertThat(host.getMemory()).isEqualTo(32L << 20);
    assertThat(host.getMemorySwap()).isEqualTo(32L << 20);
    assertThat(host.getNanoCPUs()).isEqualTo(500_000_000L);
    assertThat(host.getPidsLimit()).isEqualTo(128);
    assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
    assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges:true");
    assertThat(host.getNetworkMode()).isEqualTo(network);
    assertThat(host.getLogConfig().getConfig()).containsEntry("max-size", "10m");
    assertThat(made.getConfig().getLabels())
        .containsEntry("io.hoster.install", test.install)
        .containsEntry("io.hoster.tenant", "ten_test")
        .containsEntry("io.hoster.deployment", deployment.value())
        .containsEntry("io.hoster.service", "web")
        .containsEntry("io.hoster.generation", "1")
        .containsKey("io.hoster.spec");
    assertThat(IsolationGuard.made(made, web(new Published(39_002, 80, "tcp"), 1))).isEmpty();
  }

  @Test
  void startingStoppingAndRemovingMayBeRepeated() {
    engine.ensureContainer(web());
    String name = test.name("web");
    engine.startContainer(name);
    engine.startContainer(name);
    assertThat(engine.inspect(name).orElseThrow().state()).isEqualTo("running");
    assertThat(engine.reading(name).orElseThrow().cpuNanos()).isPositive();
    engine.stopContainer(name, 0);
    engine.stopContainer(name, 0);
    assertThat(engine.inspect(name).orElseThrow().state()).isEqualTo("exited");
    assertThat(engine.reading(name)).isEmpty();
    engine.removeContainer(name);
    engine.removeContainer(name);
    engine.stopContainer(name, 0);
    assertThat(engine.inspect(name)).isEmpty();
    failsWith(FailureType.INVALID_REQUEST, () -> engine.startContainer(name));
  }

  @Test
  void theInventoryHoldsItsOwnInstallationOnly() {
    engine.ensureContainer(web());
    try (DockerEngine other = test.engineOf("o" + test.install)) {
      assertThat(other.inventory(Set.of()).resting()).isEmpty();
      assertThat(other.inventory(Set.of()).networks()).isEmpty();
      assertThat(other.inspect(test.name("web"))).isEmpty();
      other.removeContainer(test.name("web"));
    }
    assertThat(engine.inventory(Set.of()).resting())
        .singleElement()
        .satisfies(c -> assertThat(c.deployment()).isEqualTo(deployment.value()));
  }

  @Test
  void theInventoryLooksAtWhatRunsAndAtWhatIsOfInterest() {
    String id = engine.ensureContainer(web()).id();
    Inventory left = engine.inventory(Set.of());
    assertThat(left.containers()).isEmpty();
    assertThat(left.resting())
        .containsExactly(new Inventory.Resting(test.name("web"), id, deployment.value()));
    Inventory closely = engine.inventory(Set.of(deployment));
    assertThat(closely.resting()).isEmpty();
    assertThat(closely.containers()).extracting(ContainerFacts::state).containsExactly("created");
    engine.startContainer(test.name("web"));
    Inventory runs = engine.inventory(Set.of());
    assertThat(runs.resting()).isEmpty();
    assertThat(runs.containers()).extracting(ContainerFacts::state).containsExactly("running");
  }

  @Test
  void aPresentImageIsTakenAtOnceAndAMissingOneIsMissing() {
    assertThat(engine.pullImage(TestSpecs.IMAGE, p -> {}, NEVER))
        .isEqualTo(engine.imageId(TestSpecs.IMAGE).orElseThrow());
    failsWith(
        FailureType.IMAGE_MISSING, () -> engine.pullImage("127.0.0.1:1/absent:1", p -> {}, NEVER));
    failsWith(
        FailureType.IMAGE_MISSING,
        () -> engine.ensureContainer(TestSpecs.container(test.name("web"), deployment, absent())));
  }

  private static ServicePlan absent() {
    ServicePlan s = TestSpecs.service("web", "true");
    return new ServicePlan(
        s.name(),
        "127.0.0.1:1/absent:1",
        s.command(),
        null,
        s.environment(),
        s.ports(),
        s.volumes(),
        s.networks(),
        s.dependsOn(),
        null,
        0,
        0,
        0,
        false,
        null,
        null,
        true,
        null,
        0);
  }

  @Test
  void anImageUnderLatestIsUsedWhileItsRegistryIsAway() {
    String name = "127.0.0.1:1/" + test.install;
    test.docker.tagImageCmd(TestSpecs.IMAGE, name, "latest").exec();
    try {
      assertThat(engine.pullImage(name, p -> {}, NEVER))
          .isEqualTo(engine.imageId(TestSpecs.IMAGE).orElseThrow());
    } finally {
      test.docker.removeImageCmd(name + ":latest").exec();
    }
  }

  @Test
  void logsAreReadAndFollowed() throws Exception {
    String script =
        "echo one; echo two >&2; i=0; while true; do i=$((i+1)); echo n $i; sleep 0.1; done";
    engine.ensureContainer(
        TestSpecs.container(
            test.name("web"), deployment, TestSpecs.service("web", "sh", "-c", script)));
    Instant before = Instant.now();
    engine.startContainer(test.name("web"));
    Queue<LogLine> lines = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(8);
    engine.logs(
        test.name("web"),
        100,
        before,
        true,
        line -> {
          lines.add(line);
          enough.countDown();
        },
        () -> enough.getCount() == 0);
    assertThat(enough.await(1, TimeUnit.SECONDS)).isTrue();
    assertThat(lines).anyMatch(l -> l.text().equals("one") && l.stream().equals("stdout"));
    assertThat(lines).anyMatch(l -> l.text().equals("two") && l.stream().equals("stderr"));
    assertThat(lines).allMatch(l -> l.at().isAfter(before.minus(Duration.ofSeconds(1))));
    Queue<LogLine> last = new ConcurrentLinkedQueue<>();
    engine.logs(test.name("web"), 2, null, false, last::add, NEVER);
    assertThat(last).hasSize(2);
    engine.logs(test.name("absent"), 2, null, false, last::add, NEVER);
    assertThat(last).hasSize(2);
  }

  @Test
  void anEngineThatIsAwayIsUnavailable() {
    try (DockerEngine away =
        new DockerEngine(
            new DockerSettings("unix:///nowhere/docker.sock", test.install, List.of()),
            TestSpecs.key())) {
      failsWith(FailureType.ENGINE_UNAVAILABLE, away::info);
      failsWith(FailureType.ENGINE_UNAVAILABLE, () -> away.inventory(Set.of()));
      failsWith(FailureType.ENGINE_UNAVAILABLE, () -> away.ensureContainer(web()));
      failsWith(FailureType.ENGINE_UNAVAILABLE, () -> away.reading("x1"));
      failsWith(FailureType.ENGINE_UNAVAILABLE, () -> away.pullImage("x:1", p -> {}, NEVER));
      failsWith(
          FailureType.ENGINE_UNAVAILABLE, () -> away.logs("x1", 1, null, false, line -> {}, NEVER));
    }
  }
}
