package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder for one build; gone when the build is over. */
record Workspace(Path folder) implements AutoCloseable {

  static Workspace create(Path home, String name) {
    try {
      return new Workspace(
          Files.createTempDirectory(Files.createDirectories(home.resolve("lab")), name + "-"));
    } catch (IOException refused) {
      throw failure(home, refused);
    }
  }

  /** Writes the recipe's own files; scripts become executable. */
  void unpack(String recipe, List<String> files) {
    for (String file : files) {
      copy(
          resource(recipe, file),
          folder.resolve(file),
          file.endsWith(".sh") ? "rwxr-xr-x" : "rw-r--r--");
    }
  }

  /** The bytes of a recipe's file as the lab carries it. */
  static byte[] resource(String recipe, String file) {
    String name = recipe + "/" + file;
    try (InputStream in = Workspace.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new LabFailure("The lab's file " + name + " cannot be read.", unreadable);
    }
  }

  @Override
  public void close() {
    deleteTree(folder);
  }

  /** Deletes the folder and what is in it; links are deleted, not followed. */
  static void deleteTree(Path top) {
    try {
      Files.walkFileTree(top, new Deletion());
    } catch (IOException refused) {
      throw failure(top, refused);
    }
  }

  private static void copy(byte[] content, Path target, String permissions) {
    try {
      Files.write(target, content);
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
    } catch (IOException refused) {
      throw failure(target, refused);
    }
  }

  private static LabFailure failure(Path path, IOException refused) {
    return new LabFailure(
        "The lab cannot work in " + path + ": " + refused.getMessage() + ".", refused);
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      if (failed != null) {
        throw failed;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
