package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process of the installation: started, killed without a word, started again. */
final class Program {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration START = Duration.ofSeconds(180);

  private final String name;
  private final Path log;
  private final List<String> command;
  private final Map<String, String> environment;
  private final BooleanSupplier serves;
  private volatile @Nullable Process process;
  private volatile boolean over;

  /**
   * @param environment what it gets beside the variables of this JVM, of which no HOSTER_ is handed
   *     on
   * @param serves whether it takes requests
   */
  Program(
      String name,
      Path logs,
      List<String> command,
      Map<String, String> environment,
      BooleanSupplier serves) {
    this.name = name;
    this.log = logs.resolve(name + ".log");
    this.command = command;
    this.environment = environment;
    this.serves = serves;
  }

  /** Starts it and returns once it serves. */
  void start() {
    launch();
    await(name + " serves, see " + log)
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .failFast(name + " ended, see " + log, () -> !isAlive())
        .until(serves::getAsBoolean);
  }

  private void launch() {
    if (isAlive()) {
      throw new IllegalStateException(name + " runs already");
    }
    if (over) {
      throw new IllegalStateException("the installation is ending");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("HOSTER_"));
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be started", e);
    }
  }

  /** Starts it; returns the code with which it ends by itself. */
  int run() {
    launch();
    Process running = Objects.requireNonNull(process);
    await(name + " ends, see " + log).atMost(START).until(() -> !running.isAlive());
    return running.exitValue();
  }

  boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** SIGKILL: it gets no chance to say or save anything. Returns when it is gone. */
  void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroyForcibly();
    await(name + " is gone").atMost(Duration.ofSeconds(30)).until(() -> !running.isAlive());
    process = null;
  }

  /** SIGSTOP: it stands still, and holds what it holds. */
  void freeze() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if nothing had been. */
  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException(this.name + " does not run");
    }
    try {
      int code =
          new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(this.name + " took no SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM: it puts away what it has. Returns when it is gone. */
  void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    await(name + " ends").atMost(Duration.ofSeconds(60)).until(() -> !running.isAlive());
    process = null;
  }

  /** Kills it for good: a test that still runs while the JVM goes down cannot start it again. */
  void end() {
    over = true;
    kill();
  }

  /** What it wrote, all starts one after another. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of its log; of what is no JSON the level is empty. */
  record Line(String level, String message) {}

  /** What it wrote, line by line; nothing: it was not started yet. */
  List<Line> lines() {
    return Files.exists(log) ? log().lines().map(Program::line).toList() : List.of();
  }

  private static Line line(String text) {
    if (!text.startsWith("{")) {
      return new Line("", text);
    }
    JsonNode json = JSON.readTree(text);
    return new Line(json.path("level").asString(""), json.path("message").asString(""));
  }

  /** Whether something takes connections on a port of the loopback. */
  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false; // not yet, or no longer
    }
  }
}
