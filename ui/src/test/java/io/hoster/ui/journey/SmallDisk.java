package io.hoster.ui.journey;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in a file, so small that it can be filled. */
final class SmallDisk implements AutoCloseable {

  private static final long BYTES = 400L << 20;
  private static final int LARGEST = 1 << 20;
  private static final int SMALLEST = 1 << 9;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** From now on {@code folder} lies on it. */
  static SmallDisk at(Path folder) {
    Path file = folder.resolveSibling(folder.getFileName() + ".ext4");
    try {
      Files.createDirectories(folder);
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OwnEngine.run("mkfs.ext4", "-q", "-m", "0", file.toString());
    OwnEngine.run("mount", "-o", "loop", file.toString(), folder.toString());
    return new SmallDisk(folder);
  }

  /** Fills it but for so many bytes. */
  void fill(long free) {
    for (int chunk = LARGEST; chunk >= SMALLEST; chunk /= 2) {
      try (OutputStream out = Files.newOutputStream(filler(), CREATE, APPEND)) {
        while (room() > free) {
          out.write(new byte[(int) Math.min(room() - free, chunk)]);
        }
      } catch (IOException e) {
        // there is no room for so much any more
      }
    }
  }

  private long room() {
    return folder.toFile().getUsableSpace();
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  void makeRoom() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    OwnEngine.run("umount", folder.toString());
  }
}
