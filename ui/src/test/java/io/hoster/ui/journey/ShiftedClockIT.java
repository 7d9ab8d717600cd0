package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A worker's clock is an hour ahead of all others, or an hour behind: what is written has the
 * database's time, and what is told to others is judged by it.
 */
@Tag("long")
class ShiftedClockIT {

  private static Installation installation;

  @BeforeAll
  static void install() {
    installation = Installation.startWithoutWorker();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  /** The first is the control: with the machine's own time the same ends the same. */
  @ParameterizedTest
  @CsvSource({"+0h, 0", "+1h, 1", "-1h, -1"})
  void workEndsRightAndIsMeasuredOnce(String shift, long hours) {
    Program worker = installation.worker(time(shift));
    worker.start();
    isAhead(Duration.ofHours(hours));
    Customer customer = new Customer(installation);
    Truth truth = new Truth(installation);
    Subject app = customer.running(App.STATIC_SITE);
    truth.isRunning(app);
    awaitLogs(customer, app);
    if ("all".equals(System.getProperty("hoster.crash"))) {
      awaitSamples(app);
    }
    customer.command(app, "stop");
    customer.awaitRest(app);
    truth.isStopped(app);
    customer.command(app, "start");
    customer.awaitRest(app);
    truth.isRunning(app);
    customer.remove(app);
    truth.isGone(app, "succeeded");
    assertThat(installation.rows().impossibleTimes()).isZero();
    assertThat(installation.rows().sampledTwice()).isZero();
    truth.nothingIsOrphaned();
    worker.stop();
  }

  /** Every clock of the process is shifted: of one alone the library ends every wait at once. */
  private static Map<String, String> time(String shift) {
    return Map.of("LD_PRELOAD", Tool.CLOCK.path(), "FAKETIME", shift, "NO_FAKE_STAT", "1");
  }

  /** It says its time with every answer. */
  private static void isAhead(Duration ahead) {
    String date =
        installation.internal(Engines.Part.OTHER_WORKER).get("/health").expect(200).header("Date");
    Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    assertThat(Duration.between(Instant.now(), told).minus(ahead))
        .isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(1));
  }

  /** The ticket that opens them is of the web's time, and the worker judges it. */
  private static void awaitLogs(Customer customer, Subject app) {
    String path = "/api/v1/deployments/" + app.id() + "/logs?tail=20";
    await("lines of " + app)
        .atMost(Duration.ofSeconds(30))
        .until(() -> customer.api().get(path).expect(200).body().path("lines").size() > 0);
  }

  /** Of two minutes. */
  private static void awaitSamples(Subject app) {
    await("samples of " + app)
        .atMost(Duration.ofSeconds(200))
        .until(() -> installation.rows().samples(app.id()) >= 2);
  }
}
