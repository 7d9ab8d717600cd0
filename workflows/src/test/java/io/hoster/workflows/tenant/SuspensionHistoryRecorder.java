package io.hoster.workflows.tenant;

import io.hoster.workflows.SavedHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the history of one suspension; started by hand, never writes over one. */
final class SuspensionHistoryRecorder {

  static final SavedHistory HISTORY = new SavedHistory("tenant/suspension-v1.json");

  private SuspensionHistoryRecorder() {}

  public static void main(String[] arguments) throws IOException {
    HISTORY.save(Path.of(arguments[0]), SuspensionHistoryRecorder::record);
  }

  private static String record() {
    try (SuspensionRig rig = new SuspensionRig(new SuspensionRows(250, List.of(250, 150, 50, 0)))) {
      rig.run();
      return rig.history().toJson(true);
    }
  }
}
