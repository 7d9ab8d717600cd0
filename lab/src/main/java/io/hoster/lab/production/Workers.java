package io.hoster.lab.production;

import io.hoster.lab.images.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The worker containers of the installation. A container's name for itself is the start of its id,
 * and a worker tells that name to Temporal.
 *
 * @param compose calls docker compose for the installation
 * @param engine the Docker engine's address; empty: the usual one
 */
record Workers(Path compose, String engine) {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern IDENTITY =
      Pattern.compile("\"lastWorkerIdentity\":\\s*\"\\d+@([0-9a-f]{12})\"");

  /** The container that works on a deployment at this moment; empty: none does. */
  Optional<String> workingOn(String deployment) {
    String described =
        Program.of(
                LIMIT,
                compose.toString(),
                "run",
                "--rm",
                "--no-deps",
                "temporal-namespace",
                "temporal",
                "workflow",
                "describe",
                "--workflow-id",
                "deployment/" + deployment,
                "--output",
                "json")
            .run()
            .output();
    Matcher found = IDENTITY.matcher(described);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** SIGKILL: it gets no chance to say or save anything. */
  void kill(String container) {
    Program.of(LIMIT, "docker", "kill", container)
        .with(engine.isBlank() ? Map.of() : Map.of("DOCKER_HOST", engine))
        .require("Killing the worker " + container);
  }
}
