package io.hoster.workflows.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the history of each {@link Scenario} below a folder, {@code src/test/resources/histories}.
 * Started by hand, when a scenario is new or a version is: what is there already is a promise to
 * runs that are under way, and is never written over.
 */
final class HistoryRecorder {

  private HistoryRecorder() {}

  public static void main(String[] arguments) throws IOException {
    for (Scenario scenario : Scenario.values()) {
      Path file = Path.of(arguments[0]).resolve(scenario.file());
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, scenario.record() + "\n");
      }
    }
  }
}
