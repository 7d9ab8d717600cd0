package io.hoster.workflows.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the history of one suspension; started by hand, never writes over one. */
final class SuspensionHistoryRecorder {

  static final String FILE = "tenant/suspension-v1.json";

  private SuspensionHistoryRecorder() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve(FILE);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, record() + "\n");
    }
  }

  private static String record() {
    try (SuspensionRig rig = new SuspensionRig(new SuspensionRows(250, List.of(250, 150, 50, 0)))) {
      rig.run();
      return rig.history().toJson(true);
    }
  }
}
