package io.hoster.workflows.tenant;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the history of each {@link SuspensionLife}; started by hand, never writes over one. */
final class SuspensionHistoryRecorder {

  private SuspensionHistoryRecorder() {}

  public static void main(String[] arguments) throws IOException {
    for (SuspensionLife life : SuspensionLife.values()) {
      life.history().save(Path.of(arguments[0]), () -> record(life));
    }
  }

  private static String record(SuspensionLife life) {
    try (SuspensionRig rig = new SuspensionRig(life.rows())) {
      rig.run();
      return rig.firstRun().toJson(false);
    }
  }
}
