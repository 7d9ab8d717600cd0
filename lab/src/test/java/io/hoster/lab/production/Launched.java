package io.hoster.lab.production;

import io.hoster.lab.api.Deadline;
import io.hoster.lab.api.HosterApi;
import io.hoster.lab.images.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation that the launcher made, as the Docker engine tells it. */
record Launched(Path home, int port) {

  private static final Duration LIMIT = Duration.ofMinutes(25);
  private static final String PROJECT = "com.docker.compose.project";

  /** Nothing is started yet. */
  static Launched in(Path home) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Launched(home, free.getLocalPort());
    }
  }

  void launcher(String... words) {
    run(Stream.concat(Stream.of("../hoster"), Stream.of(words)));
  }

  void compose(String... words) {
    run(
        Stream.concat(
            Stream.of(home.resolve("compose/docker-compose").toString()), Stream.of(words)));
  }

  Browser browser() {
    return new Browser("http://localhost:" + port);
  }

  HosterApi api() {
    return new HosterApi(
        URI.create("http://localhost:" + port),
        Deadline.in(Duration.ofMinutes(4), Duration.ofMillis(250)));
  }

  /** Those that run. */
  List<JsonNode> containers() {
    List<String> words = new ArrayList<>(List.of("docker", "inspect", "--format", "{{json .}}"));
    words.addAll(ids());
    return run(words.stream()).lines().map(JsonMapper.shared()::readTree).toList();
  }

  List<String> ids() {
    return lines(
        "docker", "ps", "--quiet", "--no-trunc", "--filter", "label=" + PROJECT + "=" + project());
  }

  static String service(JsonNode container) {
    return container.path("Config").path("Labels").path("com.docker.compose.service").asString();
  }

  /** All that is left of it and of its customers' apps. */
  List<String> objects() {
    List<String> left = new ArrayList<>();
    for (String label :
        List.of(PROJECT + "=" + project(), "io.hoster.install=" + setting("INSTALL"))) {
      left.addAll(lines("docker", "ps", "--all", "--quiet", "--filter", "label=" + label));
      left.addAll(lines("docker", "network", "ls", "--quiet", "--filter", "label=" + label));
      left.addAll(lines("docker", "volume", "ls", "--quiet", "--filter", "label=" + label));
    }
    return left;
  }

  private String project() {
    return "hoster-" + setting("INSTALL");
  }

  /** As the launcher remembers it. */
  private String setting(String name) {
    try (Stream<String> lines = Files.lines(home.resolve("ports.env"))) {
      return lines
          .filter(line -> line.startsWith("HOSTER_COMPOSE_" + name + "="))
          .map(line -> line.substring(line.indexOf('=') + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> lines(String... words) {
    return run(Stream.of(words)).lines().sorted().toList();
  }

  private String run(Stream<String> words) {
    return Program.of(LIMIT, words.toArray(String[]::new))
        .with(Map.of("HOSTER_HOME", home.toString(), "HOSTER_HTTP_PORT", Integer.toString(port)))
        .require("The launched installation");
  }
}
