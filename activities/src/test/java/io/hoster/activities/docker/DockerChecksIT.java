package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.activities.docker.ContainerEngine.Check;
import io.hoster.activities.docker.ContainerSpec.Published;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.HealthCheckSpec;
import io.hoster.workflows.deployment.ServicePlan.PortSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine's own checks come once an hour here: what is seen is what was run at once. */
class DockerChecksIT {

  private static final BooleanSupplier NEVER = () -> false;
  private static final long HOUR = 3_600_000;
  private static final int PORT = 8_080;

  private final TestEngine test = new TestEngine();
  private final ContainerEngine engine = test.engine();
  private final String name = test.name("web");

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aCheckThatSucceedsPassesLongBeforeTheEnginesOwn() {
    run(TestEngine.FOREVER, check(5_000, "CMD", "true"), List.of());

    assertThat(engine.check(name, NEVER)).contains(new Check(true, false));
    assertThat(engine.inspect(name).orElseThrow().health()).isEqualTo("starting");
  }

  @Test
  void aCheckThatFailsDoesNotPass() {
    run(TestEngine.FOREVER, check(5_000, "CMD-SHELL", "echo not yet; exit 1"), List.of());

    assertThat(engine.check(name, NEVER)).contains(new Check(false, false));
  }

  @Test
  void aCheckWhoseProgramIsMissingDoesNotPass() {
    run(TestEngine.FOREVER, check(5_000, "CMD", "/nowhere/check"), List.of());

    assertThat(engine.check(name, NEVER)).contains(new Check(false, false));
  }

  @Test
  void aCheckThatHangsIsLeftAlone() {
    run(TestEngine.FOREVER, check(200, "CMD", "sleep", "30"), List.of());

    assertThat(engine.check(name, NEVER)).contains(new Check(false, true));
  }

  @Test
  void aCheckEndsWhenItIsCancelled() {
    run(TestEngine.FOREVER, check(60_000, "CMD", "sleep", "30"), List.of());

    assertThatThrownBy(() -> engine.check(name, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void noCheckIsRunBeforeSomebodyListensAtThePublishedPort() throws Exception {
    String listensLater = "until test -e /tmp/go; do sleep 0.1; done; httpd -f -p " + PORT;
    run(listensLater, check(5_000, "CMD", "true"), List.of(published()));
    assertThat(engine.check(name, NEVER)).isEmpty();

    test.docker
        .execStartCmd(test.docker.execCreateCmd(name).withCmd("touch", "/tmp/go").exec().getId())
        .withDetach(true)
        .exec(new com.github.dockerjava.api.async.ResultCallback.Adapter<>())
        .awaitCompletion();

    awaitPass();
  }

  @Test
  void withoutACheckOrAContainerThereIsNothingToRun() {
    run(TestEngine.FOREVER, null, List.of());

    assertThat(engine.check(name, NEVER)).isEmpty();
    assertThat(engine.check(test.name("absent"), NEVER)).isEmpty();
  }

  @Test
  void aContainerThatEndedIsNotChecked() {
    run(TestEngine.FOREVER, check(5_000, "CMD", "true"), List.of());
    engine.stopContainer(name, 0);

    assertThat(engine.check(name, NEVER)).isEmpty();
  }

  private void awaitPass() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (engine.check(name, NEVER).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    assertThat(engine.check(name, NEVER)).contains(new Check(true, false));
  }

  private static Published published() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Published(free.getLocalPort(), PORT, "tcp");
    }
  }

  private static HealthCheckSpec check(long timeoutMillis, String... test) {
    return new HealthCheckSpec(List.of(test), HOUR, timeoutMillis, 0, 0, 3);
  }

  private void run(String script, @Nullable HealthCheckSpec check, List<Published> published) {
    test.ensureNetwork(test.deployment);
    ServicePlan plain = TestSpecs.service("web", "sh", "-c", script);
    ServicePlan service =
        new ServicePlan(
            plain.name(),
            plain.image(),
            plain.command(),
            null,
            plain.environment(),
            published.stream().map(p -> new PortSpec(p.containerPort(), "tcp")).toList(),
            List.of(),
            List.of(),
            List.of(),
            check,
            0,
            plain.memoryBytes(),
            0,
            false,
            null,
            null,
            true,
            null,
            0);
    engine.ensureContainer(
        TestSpecs.container(name, test.deployment, service, 1, new TreeMap<>(), published));
    engine.startContainer(name);
  }
}
