package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A tenant with very many apps is suspended and resumed, and the application is killed in the
 * middle of each. {@code -Dhoster.crash=all}: a thousand apps, of which fifty run; else sixty, of
 * which ten run. Those at rest, but for one, are copies of that one's rows, with a container each
 * that was never started.
 */
@Tag("long")
class ManySuspendedIT {

  private static final boolean ALL = "all".equals(System.getProperty("hoster.crash"));
  private static final int APPS = ALL ? 1_000 : 60;
  private static final int RUNNING = ALL ? 50 : 10;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Temporal itself warns at 10,240 events. */
  private static final long LONG_HISTORY = 2_000;

  private static Installation installation;

  private final Rows rows = installation.rows();
  private final World world = installation.world();
  private final Truth truth = new Truth(installation);
  private final Customer customer = new Customer(installation);
  private final List<Subject> running = new ArrayList<>();

  @BeforeAll
  static void install() {
    installation = Installation.start();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  @Test
  void allAreSuspendedDespiteAKillAndThenExactlyThoseThatRanRunAgain() {
    Subject rests = prepare();
    Map<String, String> before = world.states();
    Set<String> ran = in("running", before);
    assertThat(ran).hasSize(RUNNING + 1);
    assertThat(before).hasSize(APPS + 1);
    Api staff = staff();

    ask(staff, "suspend", Map.of("reason", "Unpaid since 1 December."));
    killWhen("suspended", APPS / 3, APPS);
    awaitAll(Map.of("suspended", APPS));
    assertThat(rows.operations(customer.tenant(), "SUSPEND")).isEqualTo(Map.of("succeeded", APPS));
    Map<String, String> suspended = world.states();
    assertThat(suspended.keySet()).isEqualTo(before.keySet());
    assertThat(in("running", suspended)).isEmpty();
    assertThat(changed(before, suspended)).isEqualTo(ran);
    running.forEach(truth::isSuspended);
    truth.isSuspended(rests);

    ask(staff, "resume", Map.of());
    killWhen("running", RUNNING / 3, RUNNING);
    awaitAll(Map.of("running", RUNNING, "stopped", APPS - RUNNING));
    assertThat(rows.operations(customer.tenant(), "RESUME")).isEqualTo(Map.of("succeeded", APPS));
    assertThat(in("running", world.states())).isEqualTo(ran);
    running.forEach(truth::isRunning);
    truth.isStopped(rests);
    assertThat(world.states().keySet()).isEqualTo(before.keySet());
    assertThat(rows.drift()).isEmpty();
    historiesAreShort();
  }

  /** Returns the one that rests and is no copy. */
  private Subject prepare() {
    long begun = System.nanoTime();
    running.add(customer.deploy(App.MINIFLUX));
    for (int i = 1; i < RUNNING; i++) {
      running.add(customer.deploy(App.STATIC_SITE));
    }
    running.forEach(customer::awaitRest);
    Subject rests = customer.stopped(App.STATIC_SITE);
    tell("they run", begun);
    begun = System.nanoTime();
    Map<String, String> copies = rows.copy(rests.id(), APPS - RUNNING - 1);
    assertThat(copies).hasSize(APPS - RUNNING - 1);
    world.createLike(rows.containerNames(rests.id()).getFirst(), copies);
    tell("the others are there", begun);
    begun = System.nanoTime();
    try (Runs runs = installation.runs()) {
      await("each has its workflow")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> runs.open("DeploymentWorkflow") == APPS);
    }
    tell("each has its workflow", begun);
    return rests;
  }

  private static void tell(String what, long begun) {
    tell("%s after %.1f s".formatted(what, (System.nanoTime() - begun) / 1e9));
  }

  /** Beside the logs of the run, for whoever wants to know how long it took. */
  private static void tell(String figure) {
    try {
      Files.writeString(
          installation.logs().resolve("figures.txt"),
          "%d apps, %d of them running: %s%n".formatted(APPS, RUNNING, figure),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Api staff() {
    Person sam = Person.named("Sam");
    Api api = installation.browser();
    api.register(sam);
    installation.rows().makeStaff(sam.email(), "support");
    return api;
  }

  private void ask(Api staff, String what, Map<String, String> body) {
    staff.post("/api/v1/admin/tenants/" + customer.tenant() + "/" + what, body).expect(202);
  }

  /** In the middle: {@code some} have that status, and not all {@code of} those that shall. */
  private void killWhen(String status, int some, int of) {
    long begun = System.nanoTime();
    await(some + " are " + status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> count(status) >= some);
    installation.killApp();
    assertThat(count(status)).isLessThan(of);
    installation.startApp();
    tell(some + " were " + status + ", and the application was killed and is back", begun);
  }

  private int count(String status) {
    return rows.statuses(customer.tenant()).getOrDefault(status, 0);
  }

  private void awaitAll(Map<String, Integer> statuses) {
    long begun = System.nanoTime();
    await("they are " + statuses)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> rows.statuses(customer.tenant()).equals(statuses));
    tell("they are " + statuses, begun);
  }

  private static Set<String> in(String state, Map<String, String> containers) {
    return containers.entrySet().stream()
        .filter(one -> one.getValue().equals(state))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> now) {
    return now.entrySet().stream()
        .filter(one -> !one.getValue().equals(before.get(one.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void historiesAreShort() {
    try (Runs runs = installation.runs()) {
      for (String type : List.of("SuspensionWorkflow", "DeploymentWorkflow")) {
        long longest =
            runs.historyLengths(type).stream().mapToLong(Long::longValue).max().orElseThrow();
        tell("the longest history of a %s has %d events".formatted(type, longest));
        assertThat(longest).isLessThan(LONG_HISTORY);
      }
    }
  }
}
