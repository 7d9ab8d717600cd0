package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One fault after another, drawn at random, while two tenants work. {@code -Dhoster.crash=all}: for
 * minutes; else a short time. {@code -Dhoster.crash.seed} draws the same again.
 */
@Tag("long")
class RandomFaultsIT {

  private static final Logger log = LoggerFactory.getLogger(RandomFaultsIT.class);

  private static Installation installation;

  @BeforeAll
  static void install() {
    installation = Installation.startBehindCutSocket();
  }

  @AfterAll
  static void end() {
    installation.close();
  }

  /**
   * What is drawn.
   *
   * @param lives of apps, for each tenant
   */
  record Schedule(long seed, int faults, int lives) {}

  static List<Schedule> schedules() {
    long seed = Long.getLong("hoster.crash.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    return "all".equals(System.getProperty("hoster.crash"))
        ? List.of(
            new Schedule(seed, 12, 5), new Schedule(seed + 1, 12, 5), new Schedule(seed + 2, 12, 5))
        : List.of(new Schedule(seed, 3, 1));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void whateverBreaksBothTenantsGetWhatTheyAskedFor(Schedule schedule) throws Exception {
    log.warn("Faults drawn, again with -Dhoster.crash.seed={}: {}", schedule.seed(), schedule);
    List<AtWork> tenants = new ArrayList<>();
    List<Future<Subject>> work = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 2; i++) {
        AtWork tenant = new AtWork(installation, new Random(schedule.seed() + i));
        tenants.add(tenant);
        work.add(threads.submit(() -> tenant.lives(schedule.lives())));
      }
      strike(schedule, work);
    }
    Truth truth = new Truth(installation);
    for (int i = 0; i < tenants.size(); i++) {
      AtWork tenant = tenants.get(i);
      Subject stays = work.get(i).get();
      truth.isRunning(stays);
      tenant.gone().forEach(subject -> truth.isGone(subject, "succeeded"));
      truth.nothingIsOrphaned();
      tenant.customer().remove(stays);
    }
    truth.nothingIsOrphaned();
  }

  /** Each after some more steps of work; no more when there is none left. */
  private static void strike(Schedule schedule, List<Future<Subject>> work) {
    Random random = new Random(schedule.seed());
    Fault[] faults = Fault.values();
    for (int i = 0; i < schedule.faults(); i++) {
      Fault fault = faults[random.nextInt(faults.length)];
      int from = installation.rows().stepsDone();
      int steps = 1 + random.nextInt(12);
      await(steps + " more steps")
          .atMost(Customer.PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() ->
              installation.rows().stepsDone() >= from + steps
                  || work.stream().allMatch(Future::isDone));
      log.warn("Fault {} of {} after {} steps: {}", i + 1, schedule.faults(), steps, fault);
      fault.strike(installation, random);
      fault.mend(installation);
    }
  }
}
