package io.hoster.activities.caddy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real Caddy as a process of the test, started as the launcher starts it. */
final class RealCaddy implements AutoCloseable {

  private final Path folder;
  private final int httpPort;
  private Process process;

  RealCaddy(Path folder) throws IOException {
    this.folder = folder;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.httpPort = free.getLocalPort();
    }
    start();
  }

  int httpPort() {
    return httpPort;
  }

  Path socket() {
    return folder.resolve("admin.sock");
  }

  Path accessLog() {
    return folder.resolve("logs/access.log");
  }

  CaddyClient client() {
    return new CaddyClient(socket(), Duration.ofSeconds(20));
  }

  /** Starts it and returns once it takes orders. */
  void start() throws IOException {
    run("run", "--config", "../proxy-config/caddy.json");
  }

  /** Starts it with what it had when it was last running. */
  void resume() throws IOException {
    run("run", "--resume", "--config", "../proxy-config/caddy.json");
  }

  private void run(String... arguments) throws IOException {
    String binary = System.getenv("HOSTER_TEST_CADDY");
    if (binary == null) {
      throw new IllegalStateException(
          "HOSTER_TEST_CADDY names no Caddy; it is found or built for you: run ./hoster test");
    }
    var command = new ArrayList<>(List.of(arguments));
    command.addFirst(binary);
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("caddy.log").toFile());
    builder.environment().put("HOSTER_EDGE_ADMIN_SOCKET", socket().toString());
    builder.environment().put("HOSTER_HTTP_PORT", Integer.toString(httpPort));
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    process = builder.start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!answers()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IllegalStateException(
            "Caddy did not start: " + Files.readString(folder.resolve("caddy.log")));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean answers() {
    try {
      client().config();
      return true;
    } catch (CaddyAwayException e) {
      return false;
    }
  }
}
