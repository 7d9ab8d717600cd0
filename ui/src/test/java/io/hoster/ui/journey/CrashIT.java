package io.hoster.ui.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application is killed at the boundaries of steps, with two tenants at work. {@code
 * -Dhoster.crash=all}: at every one; else at eight, each of another act, drawn by {@code
 * -Dhoster.crash.seed}.
 */
@ExtendWith(Installed.class)
class CrashIT {

  private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
  private static final int DRAWN = 8;

  /** While these are struck the neighbour's own deploy is under way as well. */
  private static final Set<Act> AT_ONCE = EnumSet.of(Act.DEPLOY, Act.SUSPEND, Act.DELETE);

  private static Neighbour neighbour;

  private final Installation installation;

  CrashIT(Installation installation) {
    this.installation = installation;
  }

  static List<Boundary> boundaries() {
    List<Boundary> all = new ArrayList<>(Boundary.all());
    if ("all".equals(System.getProperty("hoster.crash"))) {
      return all;
    }
    long seed = Long.getLong("hoster.crash.seed", ThreadLocalRandom.current().nextLong(1_000_000));
    Random random = new Random(seed);
    List<Act> acts = new ArrayList<>(List.of(Act.values()));
    Collections.shuffle(acts, random);
    Collections.shuffle(all, random);
    List<Boundary> some = acts.stream().limit(DRAWN).map(act -> firstOf(act, all)).toList();
    log.warn("Boundaries drawn, again with -Dhoster.crash.seed={}: {}", seed, some);
    return some;
  }

  private static Boundary firstOf(Act act, List<Boundary> all) {
    return all.stream().filter(boundary -> boundary.act() == act).findFirst().orElseThrow();
  }

  @BeforeAll
  static void aNeighbourMovesIn(Installation installation) {
    installation.startWhatIsDown();
    neighbour = new Neighbour(installation);
  }

  @AfterAll
  static void theNeighbourMovesOut() {
    neighbour.moveOut();
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("boundaries")
  void whatWasKilledThereIsCarriedToItsEnd(Boundary boundary) {
    Act act = boundary.act();
    Customer customer = new Customer(installation);
    Truth truth = new Truth(installation);
    Subject subject = act.prepare(customer, installation);
    List<Subject> atOnce = new ArrayList<>();
    try (Hold hold = installation.hold(boundary.of(customer))) {
      subject = act.ask(customer, subject, installation);
      hold.awaitReached();
      if (AT_ONCE.contains(act)) {
        atOnce.add(neighbour.deploys());
      }
      installation.killApp();
    }
    installation.startApp();
    act.awaitEnd(customer, subject);
    act.check(truth, subject);
    atOnce.forEach(neighbour::gets);
    neighbour.isUntouchedBy(subject);
    if (act.clear(customer, subject, installation)) {
      truth.isGone(subject, "succeeded");
    }
    truth.nothingIsOrphaned();
  }
}
