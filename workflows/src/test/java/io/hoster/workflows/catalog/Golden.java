package io.hoster.workflows.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that say what is handed to others. */
final class Golden {

  private Golden() {}

  static String text(String name) {
    try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name)) {
      return file == null
          ? "(missing: golden/" + name + ")"
          : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
