package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Docker engine, spoken to through its command line. */
final class Docker {

  private static final Duration QUICK = Duration.ofSeconds(60);
  private static final Duration REGISTRY_ANSWERS = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String HASH = "io.hoster.lab.hash";

  private final Map<String, String> environment;

  private Docker(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The engine of this machine, or the one that {@code HOSTER_DOCKER_HOST} names.
   *
   * @throws LabFailure when it does not answer
   */
  static Docker connect() {
    String host = System.getenv().getOrDefault("HOSTER_DOCKER_HOST", "");
    Docker docker = new Docker(host.isBlank() ? Map.of() : Map.of("DOCKER_HOST", host));
    Program.Outcome answer =
        docker.program(QUICK, "version", "--format", "{{.Server.Version}}").run();
    if (!answer.ok()) {
      throw new LabFailure(
          "The Docker engine does not answer (start it, or run ./hoster doctor): "
              + answer.output());
    }
    return docker.withBuilder();
  }

  /** Absent; pulled from a registry (no hash); or built here, from recipes with this hash. */
  sealed interface Presence {
    record Absent() implements Presence {}

    record Pulled() implements Presence {}

    record Built(String hash) implements Presence {}
  }

  Presence presence(String image) {
    Program.Outcome found =
        program(
                QUICK,
                "image",
                "inspect",
                "--format",
                "[{{index .Config.Labels \"" + HASH + "\"}}]",
                image)
            .run();
    if (!found.ok()) {
      return new Presence.Absent();
    }
    String hash = found.output().strip().replaceAll("^\\[|]$", "");
    return hash.isEmpty() ? new Presence.Pulled() : new Presence.Built(hash);
  }

  /** Whether a registry had it; one that stays silent for 10 s counts as away. */
  boolean pull(String image) {
    return program(LONG, "pull", image).answeringWithin(REGISTRY_ANSWERS).run().ok();
  }

  void build(String image, String hash, Path context, List<String> buildArguments) {
    List<String> words = new ArrayList<>(List.of("build", "--network", "host", "--force-rm"));
    for (String argument : buildArguments) {
      words.addAll(List.of("--build-arg", argument));
    }
    words.addAll(List.of("--label", HASH + "=" + hash, "--tag", image, context.toString()));
    program(LONG, words.toArray(String[]::new)).require("Building " + image);
  }

  void importRoot(String image, String hash, Path tar) {
    program(
            LONG,
            "import",
            "--change",
            "LABEL " + HASH + "=" + hash,
            "--change",
            "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "--change",
            "CMD [\"bash\"]",
            tar.toString(),
            image)
        .require("Importing " + image);
  }

  /** What a program inside the image prints; no network, nothing kept. */
  String ask(String image, List<String> command) {
    List<String> words =
        new ArrayList<>(List.of("run", "--rm", "--network", "none", "--entrypoint"));
    words.add(command.getFirst());
    words.add(image);
    words.addAll(command.subList(1, command.size()));
    return program(QUICK, words.toArray(String[]::new)).require("Running " + image);
  }

  void tag(String image, String alias) {
    program(QUICK, "tag", image, alias).require("Naming " + alias);
  }

  /**
   * Debian's client has no BuildKit plugin: then the classic builder, said aloud, does the same.
   */
  private Docker withBuilder() {
    if (program(QUICK, "buildx", "version").run().ok()) {
      return this;
    }
    Map<String, String> classic = new HashMap<>(environment);
    classic.put("DOCKER_BUILDKIT", "0");
    return new Docker(Map.copyOf(classic));
  }

  private Program program(Duration limit, String... arguments) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(List.of(arguments));
    return Program.of(limit, words.toArray(String[]::new)).with(environment);
  }
}
