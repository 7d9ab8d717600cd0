package io.hoster.activities.caddy;

import io.hoster.store.metering.LogMark;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of one access log as they are at one moment, open: the one that is written, and those
 * that were rolled away as {@code access-<time>.log}; oldest first.
 */
final class AccessLogFiles implements AutoCloseable {

  private final List<AccessLogFile> files;

  private AccessLogFiles(List<AccessLogFile> files) {
    this.files = files;
  }

  /** Opens all of them; when the log was rolled meanwhile, again, so that none is missed. */
  static AccessLogFiles open(Path log) throws IOException {
    Set<Path> names = names(log);
    while (true) {
      AccessLogFiles opened = open(names);
      Set<Path> after = names(log);
      if (after.equals(names)) {
        return opened;
      }
      opened.close();
      names = after;
    }
  }

  private static AccessLogFiles open(Set<Path> names) throws IOException {
    AccessLogFiles opened = new AccessLogFiles(new ArrayList<>());
    try {
      for (Path name : names) {
        opened.add(name);
      }
      opened.files.sort(Comparator.comparing(AccessLogFile::begun));
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void add(Path name) throws IOException {
    try {
      AccessLogFile.open(name).ifPresent(files::add);
    } catch (NoSuchFileException e) {
      // Gone since it was listed: the list is then another one, and all is opened again.
    }
  }

  private static Set<Path> names(Path log) throws IOException {
    Path folder = log.toAbsolutePath().getParent();
    String name = log.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Set<Path> names = new TreeSet<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, stem + "{,-*}.log")) {
        all.forEach(names::add);
      }
    }
    return names;
  }

  /** Those that hold what comes after {@code mark}; the one where it stands first. */
  List<AccessLogFile> from(@Nullable LogMark mark) {
    return files.stream()
        .filter(file -> mark == null || file.is(mark) || !file.begun().isBefore(mark.begun()))
        .toList();
  }

  boolean isWritten(AccessLogFile file) {
    return file == files.getLast();
  }

  @Override
  public void close() throws IOException {
    for (AccessLogFile file : files) {
      file.close();
    }
  }
}
