package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hoster.activities.docker.ContainerEngine.LogLine;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a container finds when it starts, told by itself. */
class ContainerFilesIT {

  private static final FileSpec CONFIG =
      new FileSpec("/etc/app/deep/a.conf", "ä=1\n", 0440, 1000, 1001, false);
  private static final FileSpec SECRET =
      new FileSpec("/run/secrets/password", "hunter2", 0444, 0, 0, true);

  private final TestEngine test = new TestEngine();
  private final ContainerEngine engine = test.engine();

  @AfterEach
  void close() {
    test.close();
  }

  private ContainerSpec spec(ServicePlan service) {
    return new ContainerSpec(
        test.name("web"),
        test.deployment,
        "ten_test",
        1,
        service,
        TestSpecs.FREE,
        "hoster-test-" + test.deployment,
        new TreeMap<>(),
        List.of(),
        null,
        true);
  }

  /** What the script prints, once it has ended. */
  private List<String> told(ServicePlan service) {
    test.ensureNetwork(test.deployment);
    engine.ensureContainer(spec(service));
    engine.ensureContainer(spec(service));
    engine.startContainer(test.name("web"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> engine.inspect(test.name("web")).orElseThrow().state().equals("exited"));
    Queue<LogLine> lines = new ConcurrentLinkedQueue<>();
    engine.logs(test.name("web"), -1, null, false, lines::add, () -> false);
    return lines.stream().map(LogLine::text).toList();
  }

  @Test
  void findsItsFilesWithTheirOwnersAndModes() {
    assertThat(
            told(
                TestSpecs.with(
                    "cat /etc/app/deep/a.conf /run/secrets/password; echo;"
                        + " stat -c '%a %u %g' /etc/app/deep/a.conf /run/secrets/password",
                    false, List.of(), List.of(CONFIG, SECRET), Wishes.NONE)))
        .containsExactly("ä=1", "hunter2", "440 1000 1001", "444 0 0");
  }

  @Test
  void findsThemUnderAReadOnlyRootAndOverAMemoryFileSystem() {
    assertThat(
            told(
                TestSpecs.with(
                    "cat /run/secrets/password; echo; ls -A /run; touch /etc/x; ls /etc/passwd;"
                        + " cat /etc/a.conf",
                    true,
                    List.of(new MountSpec(null, "/run", false, 1 << 20)),
                    List.of(SECRET, new FileSpec("/etc/a.conf", "b\n", 0444, 0, 0, false)),
                    Wishes.NONE)))
        .containsExactly("hunter2", "secrets", "/etc/passwd", "b");
    assertThat(test.docker.inspectContainerCmd(test.name("web")).exec().getMounts()).hasSize(2);
  }

  @Test
  void whatTheEngineMadeForThemGoesWithTheContainer() {
    told(
        TestSpecs.with("cat /run/secrets/password", true, List.of(), List.of(SECRET), Wishes.NONE));
    String volume =
        test.docker.inspectContainerCmd(test.name("web")).exec().getMounts().getFirst().getName();
    engine.removeContainer(test.name("web"));
    assertThat(test.docker.listVolumesCmd().exec().getVolumes())
        .noneMatch(one -> one.getName().equals(volume));
  }

  @Test
  void isRefusedOnANodeOfAnotherPlatform() {
    boolean isArm = test.docker.infoCmd().exec().getArchitecture().equals("aarch64");
    Wishes other = new Wishes(0, null, false, false, isArm ? "linux/amd64" : "linux/arm64");
    Wishes own = new Wishes(0, null, false, false, isArm ? "linux/arm64" : "linux/amd64");
    test.ensureNetwork(test.deployment);
    assertThatThrownBy(() ->
            engine.ensureContainer(
                spec(TestSpecs.with("true", false, List.of(), List.of(), other))))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.type()).isEqualTo(FailureType.INVALID_REQUEST))
        .hasMessageContaining("and the node is");
    assertThat(
            engine
                .ensureContainer(spec(TestSpecs.with("true", false, List.of(), List.of(), own)))
                .state())
        .isEqualTo("created");
  }

  @Test
  void getsWhatItWishes() {
    assertThat(
            told(
                TestSpecs.with(
                    "ulimit -Sn; ulimit -Hn; df -k /dev/shm | tail -n 1 | tr -s ' ' | cut -d' '"
                        + " -f2; test -t 1 && echo terminal",
                    false,
                    List.of(),
                    List.of(),
                    new Wishes(8 << 20, new OpenFiles(1_000, 2_000), true, true, null))))
        .containsExactly("1000", "2000", "8192", "terminal");
  }
}
