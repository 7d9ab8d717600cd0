package io.hoster.activities.deployment;

import java.util.ArrayList;
import java.util.List;

/** What staff read about a failure: who said what, down to the first cause. */
final class Technical {

  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 8;

  private Technical() {}

  /** One line a cause, such as {@code NotFoundException: Status 404: no such image}. */
  static String of(Throwable failure) {
    List<String> lines = new ArrayList<>();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      String line = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      if (lines.isEmpty() || !lines.getLast().equals(line)) {
        lines.add(line.strip());
      }
      cause = cause.getCause();
    }
    String all = String.join("\n", lines);
    return all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
  }
}
