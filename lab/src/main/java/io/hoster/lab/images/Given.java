package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Programs of this machine, where the launcher found or built them.
 *
 * @param parts what is copied, side by side
 */
record Given(List<Part> parts) implements Ingredients {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  Given {
    parts = List.copyOf(parts);
  }

  /**
   * A file or a folder.
   *
   * @param variable of the environment, holds its path
   * @param name in the build's folder
   */
  record Part(String variable, String name) {}

  /** One part. */
  static Given of(String variable, String name) {
    return new Given(List.of(new Part(variable, name)));
  }

  @Override
  public void addTo(Path context) {
    for (Part part : parts) {
      Path source = Path.of(System.getenv().getOrDefault(part.variable(), ""));
      if (source.toString().isEmpty() || !Files.exists(source)) {
        throw new LabFailure(
            part.variable() + " must say where " + part.name() + " is; ./hoster lab compose does.");
      }
      Program.of(
              LIMIT,
              "cp",
              "--recursive",
              "--dereference",
              source.toString(),
              context.resolve(part.name()).toString())
          .require("Copying " + source);
    }
  }
}
