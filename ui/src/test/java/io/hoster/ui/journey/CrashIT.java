package io.hoster.ui.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application is killed at the boundaries of steps. {@code -Dhoster.crash=all}: at every one;
 * else at eight, one of each act, drawn by {@code -Dhoster.crash.seed}.
 */
@ExtendWith(Installed.class)
class CrashIT {

  private static final Logger log = LoggerFactory.getLogger(CrashIT.class);

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
    Collections.shuffle(all, new Random(seed));
    Set<Act> drawn = EnumSet.noneOf(Act.class);
    List<Boundary> some = all.stream().filter(boundary -> drawn.add(boundary.act())).toList();
    log.info("Boundaries drawn, again with -Dhoster.crash.seed={}: {}", seed, some);
    return some;
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
    try (Hold hold = installation.hold(boundary)) {
      subject = act.ask(customer, subject);
      hold.awaitReached();
      installation.killApp();
    }
    installation.startApp();
    customer.awaitRest(subject);
    act.check(truth, subject);
    if (act.leavesSomething()) {
      customer.remove(subject);
      truth.isGone(subject, "succeeded");
    }
    truth.nothingIsOrphaned();
  }
}
