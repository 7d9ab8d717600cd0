package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.yaml.Place;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what is wrong with a file, and what is rewritten in it, each thing once. */
final class Findings {

  /** More would help nobody. */
  static final int MOST = 500;

  private static final Comparator<Finding> FILE_ORDER =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::path);

  private final Set<Finding> all = new LinkedHashSet<>();
  private final Set<Notice> notices = new LinkedHashSet<>();
  private final Set<String> silenced = new TreeSet<>();

  /** Adds a finding at {@code at} unless one already says that the value there cannot be read. */
  void add(At at, Code code, String message) {
    if (!silenced.contains(at.path())) {
      put(at.place(), at.path(), code, message);
    }
  }

  /** Adds a finding after which nothing else about the value at {@code at} is worth saying. */
  void addLast(At at, Code code, String message) {
    add(at, code, message);
    silence(at);
  }

  /** Says that what comes later about the value at {@code at} would only repeat. */
  void silence(At at) {
    silenced.add(at.path());
  }

  /** Adds a notice: what becomes of the value at {@code at}. */
  void note(At at, String message) {
    if (notices.size() < MOST) {
      notices.add(new Notice(at.place().line(), at.place().column(), at.path(), message));
    }
  }

  /** The notices in the file's order. */
  List<Notice> notices() {
    return notices.stream()
        .sorted(
            Comparator.comparingInt(Notice::line)
                .thenComparingInt(Notice::column)
                .thenComparing(Notice::path))
        .toList();
  }

  private void put(Place place, String path, Code code, String message) {
    if (!isFull()) {
      all.add(new Finding(place.line(), place.column(), path, code, message));
    }
  }

  /** Then no more are taken. */
  boolean isFull() {
    return all.size() >= MOST;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Finding> inFileOrder() {
    return all.stream().sorted(FILE_ORDER).toList();
  }
}
