package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import io.hoster.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The installation that is measured; the launcher made it for this run alone.
 *
 * @param launcher the command that started it
 * @param internalPort where the application tells its own figures
 * @param docker the engine's socket
 * @param edgeAdmin where the edge's Caddy takes orders
 * @param plainAdmin where the Caddy takes orders that the edge is compared with
 * @param plainPort where that one shall listen
 */
record Installation(
    Path home,
    Path launcher,
    int edgePort,
    int internalPort,
    int postgresPort,
    SocketApi docker,
    SocketApi edgeAdmin,
    SocketApi plainAdmin,
    int plainPort) {

  static Installation of(LabSettings settings, Map<String, String> environment) {
    return new Installation(
        settings.home(),
        Path.of(required(environment, "HOSTER_BENCH_LAUNCHER")),
        settings.edgePort(),
        Integer.parseInt(required(environment, "HOSTER_INTERNAL_PORT")),
        Integer.parseInt(required(environment, "HOSTER_POSTGRES_PORT")),
        new SocketApi(dockerSocket(required(environment, "HOSTER_DOCKER_HOST"))),
        new SocketApi(Path.of(required(environment, "HOSTER_EDGE_ADMIN_SOCKET"))),
        new SocketApi(Path.of(required(environment, "HOSTER_BENCH_CADDY_SOCKET"))),
        Integer.parseInt(required(environment, "HOSTER_BENCH_CADDY_PORT")));
  }

  /** The application's own process. */
  ProcessHandle app() {
    Path file = home.resolve("run").resolve("app.pid");
    try {
      long pid = Long.parseLong(Files.readString(file).strip());
      return ProcessHandle.of(pid)
          .orElseThrow(() -> new LabFailure("The application does not run: " + pid + " is gone."));
    } catch (IOException absent) {
      throw new LabFailure("The application does not run: " + file + " cannot be read.", absent);
    }
  }

  private static Path dockerSocket(String host) {
    if (!host.startsWith("unix://")) {
      throw new LabFailure(
          "The Docker engine is measured at its socket only, not at " + host + ".");
    }
    return Path.of(host.substring("unix://".length()));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new LabFailure(name + " is not set; measure with: ./hoster bench");
    }
    return value;
  }
}
