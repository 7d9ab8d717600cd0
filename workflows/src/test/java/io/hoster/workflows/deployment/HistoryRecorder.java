package io.hoster.workflows.deployment;

import java.io.IOException;
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
      scenario.history().save(Path.of(arguments[0]), scenario::record);
    }
  }
}
