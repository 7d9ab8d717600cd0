package io.hoster.workflows.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads entries of the catalogue from their folders. */
public final class CatalogFolder {

  private CatalogFolder() {}

  /** The platform's own entries, by slug. */
  public static List<String> slugs() {
    try (var folders = Files.list(own())) {
      return folders
          .filter(Files::isDirectory)
          .map(Path::getFileName)
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** An entry of the platform's own catalogue. */
  public static TemplateDefinition own(String slug) {
    return read(own().resolve(slug));
  }

  /** The entry in {@code folder}, whose name is the slug. */
  public static TemplateDefinition read(Path folder) {
    return TemplateFile.read(
        folder.getFileName().toString(),
        text(folder.resolve("template.yaml")),
        text(folder.resolve("docker-compose.yml")),
        text(folder.resolve("description.md")),
        text(folder.resolve("icon.svg")));
  }

  private static Path own() {
    return Path.of("..", "catalog");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
