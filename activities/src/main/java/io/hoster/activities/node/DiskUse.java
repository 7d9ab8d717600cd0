package io.hoster.activities.node;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files below a folder of the local machine, counted without following a link anywhere: what is in
 * a folder belongs to a tenant, who may change it while it is counted.
 */
record DiskUse(long bytes, long files) {

  static final DiskUse NOTHING = new DiskUse(0, 0);

  private static final Logger log = LoggerFactory.getLogger(DiskUse.class);

  /** As deep as any honest tree is. */
  private static final int DEEPEST = 64;

  DiskUse and(DiskUse other) {
    return new DiskUse(bytes + other.bytes, files + other.files);
  }

  /** Of a folder or one file; nothing where it is gone or this process may not look. */
  static DiskUse of(Path place) {
    try {
      if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
        return new DiskUse(Files.size(place), 1);
      }
      try (DirectoryStream<Path> folder = Files.newDirectoryStream(place)) {
        return folder instanceof SecureDirectoryStream<Path> secure ? of(secure, 0) : NOTHING;
      }
    } catch (IOException e) {
      log.debug("A folder cannot be measured: {}", place, e);
      return NOTHING;
    }
  }

  private static DiskUse of(SecureDirectoryStream<Path> folder, int depth) throws IOException {
    long bytes = 0;
    long files = 0;
    for (Path entry : folder) {
      Path name = entry.getFileName();
      BasicFileAttributes attributes = attributes(folder, name);
      if (attributes != null && attributes.isDirectory() && depth < DEEPEST) {
        DiskUse below = below(folder, name, depth);
        bytes += below.bytes;
        files += below.files;
      } else if (attributes != null && !attributes.isDirectory()) {
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
        files++;
      }
    }
    return new DiskUse(bytes, files);
  }

  private static DiskUse below(SecureDirectoryStream<Path> folder, Path name, int depth)
      throws IOException {
    try (SecureDirectoryStream<Path> next =
        folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
      return of(next, depth + 1);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return NOTHING; // it went, or became something else, a moment ago
    }
  }

  private static @org.jspecify.annotations.Nullable BasicFileAttributes attributes(
      SecureDirectoryStream<Path> folder, Path name) throws IOException {
    try {
      return folder
          .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .readAttributes();
    } catch (NoSuchFileException e) {
      return null; // it went a moment ago
    }
  }
}
