package io.hoster.lab.firstapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hoster.lab.LabFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FirstAppTest {

  @TempDir Path home;

  private FakeHoster hoster;
  private final Logger console = (Logger) LoggerFactory.getLogger("console");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void start() throws Exception {
    hoster = new FakeHoster();
    said.start();
    console.addAppender(said);
  }

  @AfterEach
  void stop() {
    console.detachAppender(said);
    hoster.close();
  }

  @Test
  void signsUpDeploysAndPrintsWhereTheAppAnswers() throws Exception {
    firstApp(Duration.ofSeconds(30)).run();

    DemoCustomer customer = DemoCustomer.remembered(file()).orElseThrow();
    assertThat(lines())
        .containsExactly(
            "  check limits done",
            "First app:      " + hoster.appUrl(),
            "Demo customer:  demo@hoster.example",
            "Password:       " + customer.password());
    assertThat(customer.deploymentId()).isEqualTo("dep_1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void runAgainChangesNothing() {
    firstApp(Duration.ofSeconds(30)).run();
    hoster.calls.clear();

    firstApp(Duration.ofSeconds(30)).run();

    assertThat(hoster.calls)
        .containsExactly(
            "POST /auth/login", "GET /api/v1/deployments/dep_1", "GET /api/v1/deployments/dep_1");
  }

  @Test
  void goesOnAfterACrashBetweenAcceptanceAndMemory() throws Exception {
    firstApp(Duration.ofSeconds(30)).run();
    DemoCustomer before = DemoCustomer.remembered(file()).orElseThrow();
    new DemoCustomer(
            before.name(), before.email(), before.password(), before.idempotencyKey(), null)
        .remember(file());

    firstApp(Duration.ofSeconds(30)).run();

    assertThat(DemoCustomer.remembered(file()).orElseThrow()).isEqualTo(before);
  }

  @Test
  void takesUpTheAppThatHasTheName() throws Exception {
    hoster.state = "running";
    hoster.idempotencyKey = "another";

    firstApp(Duration.ofSeconds(30)).run();

    assertThat(DemoCustomer.remembered(file()).orElseThrow().deploymentId()).isEqualTo("dep_1");
  }

  @Test
  void deploysAnewWhenTheFirstAppWasDeleted() {
    firstApp(Duration.ofSeconds(30)).run();
    String firstKey = hoster.idempotencyKey;
    hoster.state = "";
    hoster.looksUntilSettled = 1;

    firstApp(Duration.ofSeconds(30)).run();

    assertThat(hoster.state).isEqualTo("running");
    assertThat(hoster.idempotencyKey).isNotEqualTo(firstKey);
  }

  @Test
  void leavesAStoppedAppStopped() {
    firstApp(Duration.ofSeconds(30)).run();
    hoster.state = "stopped";

    firstApp(Duration.ofSeconds(30)).run();

    assertThat(lines()).contains("The first app is stopped.");
  }

  @Test
  void waitsWhileTheProductIsAway() {
    hoster.busyAnswers = 2;

    firstApp(Duration.ofSeconds(30)).run();

    assertThat(Collections.frequency(hoster.calls, "POST /auth/register")).isEqualTo(3);
  }

  @Test
  void doesNotWaitLongerThanItsTime() {
    hoster.busyAnswers = 1;
    hoster.retryAfter = "3600";

    assertThatThrownBy(() -> firstApp(Duration.ofSeconds(30)).run())
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("503, PostgreSQL is away (unavailable)");
  }

  @Test
  void tellsWhichStepFailed() {
    hoster.endState = "failed";

    assertThatThrownBy(() -> firstApp(Duration.ofSeconds(30)).run())
        .isInstanceOf(LabFailure.class)
        .hasMessage("The first app failed at pull images: nginx is nowhere");
  }

  @Test
  void tellsThatTheTimeIsOver() {
    hoster.looksUntilSettled = Integer.MAX_VALUE;

    assertThatThrownBy(() -> firstApp(Duration.ofMillis(1)).run())
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("still pending");
  }

  @Test
  void tellsWhatTheAddressAnswersInstead() {
    hoster.state = "running";
    hoster.appStatus = 502;

    assertThatThrownBy(() -> firstApp(Duration.ofMillis(1)).run())
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining(hoster.appUrl() + " answers 502");
  }

  @Test
  void neverGuessesThePasswordOfAnExistingAccount() {
    hoster.account = "demo@hoster.example another-password";

    assertThatThrownBy(() -> firstApp(Duration.ofSeconds(30)).run())
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("another password");
  }

  @Test
  void tellsThatNothingAnswers() {
    hoster.close();

    assertThatThrownBy(() -> firstApp(Duration.ofMillis(1)).run())
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("does not answer");
  }

  private FirstApp firstApp(Duration limit) {
    URI edge = hoster.uri();
    return new FirstApp(edge, file(), limit, Duration.ofMillis(5));
  }

  private Path file() {
    return home.resolve("first-app.json");
  }

  private List<String> lines() {
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
