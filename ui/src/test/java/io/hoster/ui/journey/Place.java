package io.hoster.ui.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What one installation has for itself: an id, a home that goes with it, a folder of logs that
 * stays, ports.
 *
 * @param internalPorts one for each process of the application
 * @param firstAppPort the first of 200 ports that its apps get
 */
record Place(
    String install,
    Path home,
    Path logs,
    int httpPort,
    int appPort,
    List<Integer> internalPorts,
    int temporalPort,
    int temporalUiPort,
    int postgresPort,
    int smtpPort,
    int mailPort,
    int firstAppPort) {

  private static final int PROCESSES = 4;

  /** After those that apps get, see {@link #fresh}. */
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;

  static Place fresh() {
    String install =
        "j"
            + UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 11)
                .toLowerCase(Locale.ROOT);
    try {
      Path home = Files.createTempDirectory("hoster-");
      Path logs = Path.of("target", "journey", install).toAbsolutePath();
      Files.createDirectories(home.resolve("run"));
      Files.createDirectories(logs);
      List<Integer> ports = freePorts(7 + PROCESSES);
      // Below those that the kernel gives to outgoing connections.
      int apps = 10_000 + 200 * ThreadLocalRandom.current().nextInt(45);
      return new Place(
          install,
          home,
          logs,
          ports.get(0),
          ports.get(1),
          List.copyOf(ports.subList(7, ports.size())),
          ports.get(2),
          ports.get(3),
          ports.get(4),
          ports.get(5),
          ports.get(6),
          apps);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Below those that the kernel gives to outgoing connections: one of them may be gone when its
   * program starts.
   */
  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < count) {
        hold(ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT)).ifPresent(held::add);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private static Optional<ServerSocket> hold(int port) {
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      return Optional.empty(); // somebody else's
    }
  }

  /** The console's address in a browser, through the edge. */
  String console() {
    return "http://localhost:" + httpPort;
  }

  Path edgeSocket() {
    return home.resolve("run/caddy.sock");
  }

  /** What Caddy keeps: its last configuration, certificates. */
  Path caddyFolder() {
    return home.resolve("caddy");
  }

  Path temporalDatabase() {
    return home.resolve("temporal.db");
  }

  String portRange() {
    return firstAppPort + "-" + (firstAppPort + 199);
  }

  /** The repository's {@code proxy-config}, from wherever the tests run in it. */
  Path proxyConfig() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path config = at.resolve("proxy-config");
      if (Files.exists(config.resolve("caddy.json"))) {
        return config;
      }
    }
    throw new IllegalStateException(
        "proxy-config/caddy.json is not above " + Path.of("").toAbsolutePath());
  }

  /** Templates that only tests need, as an operator adds a folder of their own. */
  Path moreTemplates() {
    try {
      return Path.of(Place.class.getResource("/more-templates").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  void removeHome() {
    remove(home);
  }

  /** Removes a folder and what is in it. */
  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
