package io.hoster.activities.caddy;

import io.hoster.activities.caddy.EdgeHealth.Behind;
import io.hoster.activities.caddy.EdgeHealth.InStep;
import io.hoster.activities.caddy.EdgeRoutes.Snapshot;
import io.hoster.workflows.edge.AppRoute;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the Caddy beside this process at what PostgreSQL says, by one thread. It looks when woken
 * and every {@link Pace#refresh}, and pushes when the configuration changed or Caddy has another.
 * What comes while a push runs is pushed together by the next one. A failure is tried again until
 * it is gone; Caddy goes on serving what it has.
 */
public final class EdgeKeeper implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EdgeKeeper.class);

  /**
   * How often the keeper acts.
   *
   * @param refresh the longest time between two full looks
   * @param pulse how often, between them, Caddy is asked whether it was restarted
   * @param firstRetry the wait after the first failure; doubled by each further one
   * @param lastRetry the longest of these waits
   */
  public record Pace(Duration refresh, Duration pulse, Duration firstRetry, Duration lastRetry) {

    static final Pace USUAL =
        new Pace(
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(5));
  }

  private final EdgeRoutes routes;
  private final Function<List<AppRoute>, EdgeState> state;
  private final CaddyClient caddy;
  private final Pace pace;
  private final Clock clock;
  private final Semaphore woken = new Semaphore(0);
  private final LongAdder pushes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile EdgeHealth health = new EdgeHealth.Unknown();
  private volatile @Nullable Thread thread;

  /** Of the configuration that Caddy was last seen to have; null: not known. */
  private @Nullable String seen;

  /** Starts nothing yet. {@code state} adds to the routes what this process was told at start. */
  public EdgeKeeper(
      EdgeRoutes routes,
      Function<List<AppRoute>, EdgeState> state,
      CaddyClient caddy,
      Pace pace,
      Clock clock) {
    this.routes = routes;
    this.state = state;
    this.caddy = caddy;
    this.pace = pace;
    this.clock = clock;
  }

  /** Says that routes may have changed. Returns at once, from any thread, any number of times. */
  public void wake() {
    woken.release();
  }

  /** What the last look found. */
  public EdgeHealth health() {
    return health;
  }

  /** How many configurations Caddy was given. */
  long pushes() {
    return pushes.sum();
  }

  /** How many looks failed. */
  long failures() {
    return failures.sum();
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      Thread started = Thread.ofVirtual().name("edge-keeper").unstarted(this::keep);
      thread = started;
      started.start();
    }
  }

  @Override
  public synchronized void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void keep() {
    int failures = 0;
    try {
      while (isMine()) {
        failures = look() ? 0 : failures + 1;
        if (failures == 0) {
          awaitReason();
        } else {
          awaitWake(retryAfter(failures));
        }
      }
    } catch (InterruptedException e) {
      log.debug("Edge keeper stopped");
    }
  }

  /** False once stopped, also when another thread was started since. */
  private boolean isMine() {
    return Thread.currentThread() == thread;
  }

  private boolean look() {
    try {
      Snapshot snapshot = routes.load();
      String config = CaddyConfig.render(state.apply(snapshot.apps()));
      String hash = hash(config);
      push(config, hash, snapshot);
      routes.recordApplied(snapshot.revision(), hash);
      becameInStep(snapshot);
      return true;
    } catch (RuntimeException e) {
      if (isMine()) {
        failures.increment();
        becameBehind(e);
      }
      return false;
    }
  }

  /**
   * Caddy says what it has, for our memory of what was pushed would miss a restart; but a change is
   * pushed without asking first, which takes as long as the push.
   */
  private void push(String config, String hash, Snapshot snapshot) {
    boolean isChange = seen != null && !seen.equals(hash);
    if (!isChange && serves(config)) {
      seen = hash;
      return;
    }
    seen = null;
    caddy.load(config);
    if (!serves(config)) {
      throw new CaddyRefusedException(
          "Caddy took the configuration of revision "
              + snapshot.revision()
              + " but shows another. See who else writes to its socket.");
    }
    seen = hash;
    pushes.increment();
    log.info(
        "Edge configuration pushed: revision={} apps={}",
        snapshot.revision(),
        snapshot.apps().size());
  }

  private boolean serves(String config) {
    return CaddyJson.read(config).equals(CaddyJson.read(caddy.config()));
  }

  /** Returns when it is time for a full look: woken, refresh due, or Caddy is not as it was. */
  private void awaitReason() throws InterruptedException {
    Instant due = clock.instant().plus(pace.refresh());
    while (!awaitWake(pace.pulse())) {
      if (!clock.instant().isBefore(due) || !stillConfigured()) {
        return;
      }
    }
  }

  private boolean stillConfigured() {
    try {
      return caddy.isConfigured();
    } catch (CaddyAwayException e) {
      return false; // the full look meets the same and reports it
    }
  }

  private boolean awaitWake(Duration longest) throws InterruptedException {
    boolean awake = woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    if (awake) {
      woken.drainPermits();
    }
    return awake;
  }

  private Duration retryAfter(int failures) {
    Duration wait = pace.firstRetry().multipliedBy(1L << Math.min(failures - 1, 16));
    return wait.compareTo(pace.lastRetry()) < 0 ? wait : pace.lastRetry();
  }

  private void becameInStep(Snapshot snapshot) {
    if (!(health instanceof InStep)) {
      log.info("Edge in step: revision={}", snapshot.revision());
    }
    if (!(health instanceof InStep before && before.revision() == snapshot.revision())) {
      health = new InStep(snapshot.revision(), clock.instant());
    }
  }

  private void becameBehind(RuntimeException e) {
    String reason = e.getMessage() == null ? e.toString() : e.getMessage();
    if (health instanceof Behind before) {
      health = new Behind(reason, before.since());
    } else {
      log.warn("Edge behind, tried again until it is not: reason={}", reason);
      health = new Behind(reason, clock.instant());
    }
  }

  private static String hash(String config) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(config.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
