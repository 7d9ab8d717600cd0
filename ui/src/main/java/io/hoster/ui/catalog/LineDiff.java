package io.hoster.ui.catalog;

import java.util.ArrayList;
import java.util.List;

/** The lines of two texts, those of both once: by their longest common sequence. */
final class LineDiff {

  /** Longer texts are told as all removed and all added: the table would grow too large. */
  private static final long LARGEST = 4_000_000;

  /** What became of a line. */
  enum Change {
    SAME,
    ADDED,
    REMOVED
  }

  /** A line of the one or the other text. */
  record Line(Change change, String text) {}

  private LineDiff() {}

  static List<Line> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    if ((long) old.size() * fresh.size() > LARGEST) {
      List<Line> all = new ArrayList<>();
      old.forEach(line -> all.add(new Line(Change.REMOVED, line)));
      fresh.forEach(line -> all.add(new Line(Change.ADDED, line)));
      return all;
    }
    return walk(old, fresh, lengths(old, fresh));
  }

  /** How many lines what remains of the two has in common. */
  private static int[][] lengths(List<String> old, List<String> fresh) {
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Line> walk(List<String> old, List<String> fresh, int[][] common) {
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        lines.add(new Line(Change.SAME, old.get(i++)));
        j++;
      } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Change.REMOVED, old.get(i++)));
      } else {
        lines.add(new Line(Change.ADDED, fresh.get(j++)));
      }
    }
    return lines;
  }
}
