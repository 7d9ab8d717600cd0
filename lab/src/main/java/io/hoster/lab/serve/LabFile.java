package io.hoster.lab.serve;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/** {@code HOSTER_HOME/run/lab.json}: complete or absent, never half written. */
final class LabFile {

  private static final JsonMapper json = JsonMapper.builder().build();

  private final Path path;

  LabFile(Path home) {
    this.path = home.resolve("run").resolve("lab.json");
  }

  void write(Addresses addresses) {
    try {
      Path folder = Files.createDirectories(path.getParent());
      Path draft = Files.createTempFile(folder, "lab", ".json");
      Files.write(draft, json.writeValueAsBytes(addresses));
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new LabFailure(
          "The lab cannot write " + path + ": " + refused.getMessage() + ".", refused);
    }
  }

  /** Deletes the file, unless another lab has written its own meanwhile. */
  void delete(Addresses addresses) {
    try {
      if (Files.exists(path)
          && json.readValue(Files.readAllBytes(path), Addresses.class).equals(addresses)) {
        Files.delete(path);
      }
    } catch (IOException refused) {
      throw new LabFailure(
          "The lab cannot delete " + path + ": " + refused.getMessage() + ".", refused);
    }
  }
}
