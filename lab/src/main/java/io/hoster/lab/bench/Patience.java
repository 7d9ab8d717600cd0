package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits for things, always with an end. */
final class Patience {

  /** Fine enough for what takes hundreds of milliseconds, and the same for both sides. */
  static final Duration LOOK = Duration.ofMillis(4);

  private static final Duration LIMIT = Duration.ofSeconds(120);

  private Patience() {}

  /** Returns when {@code host} answers 200 at a port of this machine. */
  static void untilAnswers(int port, String host, Duration look) {
    byte[] request = Wire.get("/", host);
    long end = System.nanoTime() + LIMIT.toNanos();
    @Nullable Wire wire = null;
    try {
      int status = 0;
      while (true) {
        try {
          wire = wire == null ? Wire.to(port) : wire;
          Answer answer = wire.exchange(request);
          status = answer.status();
          if (answer.closes()) {
            wire = closed(wire);
          }
        } catch (IOException _) {
          status = 0; // nobody listens yet, or only Docker's proxy does
          wire = wire == null ? null : closed(wire);
        }
        if (status == 200) {
          return;
        }
        if (System.nanoTime() > end) {
          throw new LabFailure(
              "%s at port %d still answers %d after %d s."
                  .formatted(host, port, status, LIMIT.toSeconds()));
        }
        sleep(look);
      }
    } finally {
      if (wire != null) {
        closed(wire);
      }
    }
  }

  static @Nullable Wire closed(Wire wire) {
    try {
      wire.close();
    } catch (IOException broken) {
      throw new LabFailure("A connection does not close.", broken);
    }
    return null;
  }

  /** Looks until it is so. */
  static void until(String what, Duration look, BooleanSupplier isSo) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new LabFailure("Waited %d s until %s.".formatted(LIMIT.toSeconds(), what));
      }
      sleep(look);
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }

  static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
