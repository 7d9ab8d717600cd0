package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the application holds in memory while nobody asks it for anything. */
record IdleMemory(Installation installation, String when) implements Measurement {

  private static final Duration SETTLES = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final int READINGS = 10;
  private static final double LIMIT_MB = 400;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Row> measure() {
    Patience.sleep(SETTLES);
    Path status = Path.of("/proc", Long.toString(installation.app().pid()), "status");
    List<Double> megabytes = new ArrayList<>();
    for (int reading = 0; reading < READINGS; reading++) {
      megabytes.add(residentMegabytes(lines(status)));
      Patience.sleep(BETWEEN);
    }
    return List.of(
        Row.atMost(
            "resident memory of the application, " + when, LIMIT_MB, "MB", new Figures(megabytes)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException absent) {
      throw new LabFailure("The application does not run: " + file + " cannot be read.", absent);
    }
  }

  /** {@code VmRSS: 123456 kB}, where kB is 1,024 bytes. */
  static double residentMegabytes(List<String> status) {
    return status.stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow(() -> new LabFailure("The kernel tells no VmRSS."))
        * 1_024
        / 1e6;
  }
}
